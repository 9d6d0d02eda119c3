import type { Advice } from './advice.ts';

/** German: what to do. */
export const adviceDe: Advice = {
  'access-ends':
    'Ziehen Sie diese Personen vorher in eine andere Subscription um, oder tragen Sie das neue Ende ein, wenn verlängert wurde.',
  'renewal-ahead':
    'Prüfen Sie, ob die Subscription bei der Verlängerung ihre ID behält; unter einer neuen müssen alle umziehen. Tragen Sie nach der Verlängerung das neue Ende ein: Ohne diesen Eintrag gilt sie ab diesem Tag als ausgelaufen.',
  'renewal-unconfirmed':
    'Sehen Sie im Control Hub unter Account > Subscriptions nach. Wurde verlängert, tragen Sie das neue Ende ein; wenn nicht, ziehen Sie diese Personen um.',
  stranded: 'Ziehen Sie diese Personen in eine aktive Subscription um, oder tragen Sie das neue Ende ein, wenn ihre verlängert wurde.',
  'no-admin-left': 'Ziehen Sie mindestens einen Admin mit vollen Rechten in eine Subscription um, die weiterläuft.',
  'admins-unknown': 'Tragen Sie mindestens eine Person mit der Rolle admin, der Stufe full und ihrer Lizenz ein.',
  'dates-unknown': 'Tragen Sie Beginn und Ende ein. Das Ende zeigt der Control Hub unter Account > Subscriptions.',
  'telephony-mismatch':
    'Webex zeigt keinen Fehler und verhindert nichts. Die Option ändert nur der Cisco-Support; bis dahin wird niemandem ein Umzug dorthin empfohlen.',
  'over-assigned':
    'Entziehen Sie Lizenzen oder vereinbaren Sie mehr Plätze. Webex lässt die Überschreitung womöglich zu und berechnet sie.',
  'admin-on-standard': 'Geben Sie diesen Admins eine Premium-Lizenz.',
  'move-not-confirmed':
    'Importieren Sie die Dateien im Control Hub (Benutzer > Benutzer verwalten > Dienste hinzufügen und entfernen) und laden Sie danach einen neuen Export hoch oder bestätigen Sie den Umzug. Bis dahin bleibt der Zugang dieser Personen gefährdet.',
  'coverage-gap':
    'Überbrücken Sie die Lücke: Ziehen Sie diese Personen in eine Subscription um, die an diesen Tagen aktiv ist, oder lassen Sie eine der beiden Laufzeiten ändern.',
  reduced:
    'Geben Sie diesen Personen die gleichen Lizenzen in einer Subscription, die weiterläuft, oder klären Sie mit ihnen, ob sie darauf verzichten können.',
  'dates-unconfirmed':
    'Vergleichen Sie die Laufzeit mit dem Control Hub (Account > Subscriptions) oder mit der Bestellung und tragen Sie sie erneut ein, auch wenn sich nichts geändert hat.',
  'notice-deadline':
    'Entscheiden Sie bis zu diesem Tag, ob und zu welchen Konditionen es weitergeht, und kündigen oder verhandeln Sie rechtzeitig. Wird gekündigt, tragen Sie den Tag ein.',
  waiting: 'Sollen diese Personen schon vorher arbeiten, geben Sie ihnen bis dahin eine Lizenz einer aktiven Subscription.',
  'double-assignment':
    'Entziehen Sie diesen Personen die Lizenz, die sie nicht brauchen, es sei denn, sie soll die andere bei deren Ende ablösen: Bis dahin belegt sie unnötig einen Platz. Von Standard und Premium gilt Premium.',
  unassigned: 'Geben Sie diesen Personen eine Lizenz, wenn sie Zugang brauchen; andernfalls ist nichts zu tun.',
  'admin-without-licence':
    'Sehen Sie im Control Hub unter Benutzer nach, zu welcher Subscription diese Admins gehören, und tragen Sie die Lizenz ein: Ohne sie lässt sich nicht sagen, wann ihr Zugang endet.',
  'primary-differs':
    'Sehen Sie im Control Hub unter Account > Subscription nach. Steht dort inzwischen die älteste Subscription, entfernen Sie die abweichende Angabe hier beim Mandanten; andernfalls lassen Sie sie stehen.',
  'partner-read-only':
    'Das muss ein Admin des Kunden mit vollen Rechten tun: im Control Hub den Administrator des Partners öffnen und ihm unter den Administratorrollen volle Administratorrechte geben. Tragen Sie danach hier für den Partner den Zugriff full-admin ein.',
  'recipient-unreachable':
    'Bitten Sie diese Person, über die Nachricht von AWS zu bestätigen, oder lassen Sie diese neu schicken. Wer nicht mehr benachrichtigt werden soll, wird besser aus den Empfängern entfernt.',
};
