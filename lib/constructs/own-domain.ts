import { CfnOutput } from 'aws-cdk-lib';
import { CfnApiMapping, DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';

export type DomainChoice = {
  /** The host in links and of the API, such as `lapsewatch.example.com`. */
  readonly domainName: string;
  /** A certificate of AWS Certificate Manager in the same region. @default one is made, and the deployment waits for its DNS record */
  readonly certificateArn?: string | undefined;
};

/** A host of the organisation's own in front of the HTTP API. The DNS record that leads there is the organisation's to make. */
export class OwnDomain extends Construct {
  private readonly domain: DomainName;

  constructor(scope: Construct, id: string, { domainName, certificateArn }: DomainChoice) {
    super(scope, id);
    const certificate =
      certificateArn === undefined
        ? new Certificate(this, 'Certificate', { domainName, validation: CertificateValidation.fromDns() })
        : Certificate.fromCertificateArn(this, 'Certificate', certificateArn);
    this.domain = new DomainName(this, 'Domain', { domainName, certificate, securityPolicy: SecurityPolicy.TLS_1_2 });
    new CfnOutput(this, 'CnameTarget', {
      description: `Where the DNS record of ${domainName} has to lead`,
      value: this.domain.regionalDomainName,
    });
  }

  /** Leads the host to a stage of an API, which has to exist by then. */
  leadsTo(apiId: string, stage: Construct): void {
    const mapping = new CfnApiMapping(this, 'Mapping', { apiId, stage: '$default', domainName: this.domain.name });
    mapping.node.addDependency(stage);
  }
}
