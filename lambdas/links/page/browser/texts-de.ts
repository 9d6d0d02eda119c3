import type { Texts } from './texts.ts';

const personen = (count: number): string => (count === 1 ? '1 Person' : `${count} Personen`);
const tage = (count: number): string => (count === 0 ? 'heute' : count === 1 ? 'morgen' : `in ${count} Tagen`);

const weg = (by: 'email' | 'sms'): string => (by === 'email' ? 'E-Mail' : 'SMS');

export const german: Texts = {
  title: 'Umziehen, bevor der Zugang endet',
  intro: 'Das Öffnen dieser Seite ändert nichts. „Prüfen“ zeigt, wer betroffen ist, und den fertigen Plan.',
  review: 'Prüfen',
  reviewing: 'Der Mandant wird gelesen …',
  noKeyTitle: 'Dieser Link ist unvollständig',
  noKey:
    'Manche Mailprogramme schneiden den Teil hinter dem Zeichen # ab. Wir können einen neuen Link an Ihre eigene Adresse schicken, höchstens einen pro Stunde.',
  askFresh: 'Neuen Link schicken',
  freshAsked: 'Wenn dieser Link noch gilt, ist ein neuer an die Adresse unterwegs, an die schon der erste ging.',
  notFoundTitle: 'Diesen Link kennen wir nicht',
  notFound: 'Vielleicht ist er unvollständig oder falsch abgetippt. Öffnen Sie ihn aus der neuesten Nachricht von Lapsewatch.',
  closedTitle: 'Dieser Link gilt nicht mehr',
  closed: 'Die Sache ist erledigt, oder eine neuere Nachricht ist an ihre Stelle getreten.',
  offline: 'Es kam keine Antwort. Prüfen Sie die Verbindung und drücken Sie noch einmal; es geschieht nichts doppelt.',
  failed: 'Das hat nicht geklappt.',
  tryAgain: 'Gerade kommen zu viele Anfragen. Warten Sie einige Sekunden und drücken Sie noch einmal.',
  problems: {
    'may-not-act': 'Sie dürfen diesen Plan sehen, aber nicht ausführen. Wenden Sie sich an einen Admin dieses Mandanten.',
    'critical-cannot-wait': 'Das ist inzwischen kritisch und kann nicht warten.',
    'nobody-to-pass-to':
      'Von hier ist keiner der Admins des Kunden zu erreichen: Keine ihrer Adressen ist bestätigt. Bitte fragen Sie direkt nach.',
    'passed-on-already': 'Das wurde in der letzten Stunde schon weitergegeben. Nach einer Stunde können Sie noch einmal bitten.',
    'not-now': 'Das geht jetzt nicht: Der Umzug ist inzwischen weiter. Öffnen Sie den Link noch einmal, um den Stand zu sehen.',
    'too-late':
      'Dafür ist es zu spät: Abbrechen lässt sich ein Umzug, solange er läuft, und rückgängig machen bis 72 Stunden nach seinem Ende.',
    'not-started': 'Über diesen Link ist noch niemand umgezogen.',
    'reassignment-in-progress':
      'Gerade läuft ein anderer Umzug aus dieser Subscription. Warten Sie, bis er fertig ist, und drücken Sie noch einmal.',
    'part-not-found':
      'Diese Datei braucht es nicht mehr: Inzwischen warten weniger Personen auf den Control Hub. Öffnen Sie den Link noch einmal.',
    'unknown-subscription': 'Die gewählte Subscription gibt es nicht mehr. Öffnen Sie den Link noch einmal und wählen Sie eine andere.',
    'licensing-model-mixed':
      'Diese Subscription hat ein anderes Lizenzmodell als die übrigen des Mandanten und kann deshalb nicht verlängert werden. Fragen Sie Ihren Partner.',
    'precondition-failed': 'Jemand hat die Subscription im selben Moment geändert. Drücken Sie noch einmal.',
  },
  ends: (name, on, left) => `${name} endet am ${on}, ${tage(left)}`,
  ended: (name, on) => `${name} ist am ${on} ausgelaufen`,
  unknownEnd: (name) => `${name} hat noch keine Laufzeit`,
  holders: (count, admins) =>
    `${personen(count)} ${count === 1 ? 'hat' : 'haben'} eine Lizenz davon${admins === 0 ? '' : `, darunter ${admins} ${admins === 1 ? 'Admin' : 'Admins'}`}.`,
  atRisk: 'Wer bis dahin keine andere Lizenz hat, verliert den Zugang: Admins zum Control Hub, Agenten zum Agent Desktop.',
  alreadyLost: 'Wer keine andere Lizenz hat, ist ausgesperrt: Admins aus dem Control Hub, Agenten aus dem Agent Desktop.',
  nobodyLeft: 'Niemand muss umziehen: Alle sind durch eine andere Lizenz abgedeckt.',
  whoMoves: (count) => `Wer eine Lizenz davon hat (${count})`,
  admin: 'Admin',
  more: (count) => `und ${count} weitere`,
  choose: 'Wohin sollen sie?',
  bestFit: 'Beste Verteilung über alle Subscriptions',
  everybodyTo: (name) => `Alle nach „${name}“`,
  fits: (placed, all) => `Platz für ${placed} von ${all}`,
  seatsIn: (name, kind, seats) => `${seats} ${kind} in ${name}`,
  freeAfterwards: (seats) => `Danach noch frei: ${seats}`,
  noCommitment: (name, kind) => `${name}, ${kind}: dort nicht vertraglich zugesagt`,
  keepsAccess: (until) =>
    until === undefined ? 'Wer umzieht, behält den Zugang auf Weiteres' : `Wer umzieht, behält den Zugang bis ${until}`,
  primary: (before, after, on) =>
    after === undefined
      ? `Wie Sie auch wählen: Ab ${on} ist nach „${before}“ keine Subscription mehr die primäre.`
      : `Wie Sie auch wählen: Ab ${on} ist „${after}“ statt „${before}“ die primäre Subscription und zahlt die Überschreitung bei Agenten, IVR und Connect.`,
  liable: ({ type, before, after, on }) => {
    if (after === undefined) return `Ab ${on} enthält keine Subscription mehr ${type}; bis dahin zahlt „${before}“ die Überschreitung.`;
    return `Ab ${on} zahlt „${after}“${before === undefined ? '' : ` statt „${before}“`} die Überschreitung bei ${type}.`;
  },
  falls: ({ type, on, before, after }) => `Am ${on} sinkt die zugesagte Menge bei ${type} von ${before} auf ${after}.`,
  usedLast: ({ used, overage, paidBy }) => {
    if (overage === 0) return `Die zuletzt genutzten ${used} sind damit noch abgedeckt.`;
    return `Von den zuletzt genutzten ${used} sind dann ${overage} Überschreitung${paidBy === undefined ? '' : `; die zahlt „${paidBy}“`}.`;
  },
  usageTypes: {
    agents: 'Agenten',
    ivr: 'IVR',
    connect: 'Webex Connect',
    'ai-agent': 'AI Agent',
    'ai-assistant': 'AI Assistant',
    'ivr-outbound': 'IVR Outbound',
  },
  unplaced: (count) => `Für ${personen(count)} ist kein Platz`,
  buy: (quantity, kind) => `${quantity} ${kind}-${quantity === 1 ? 'Platz fehlt' : 'Plätze fehlen'}`,
  nobodyPlaced: 'Derzeit kann keine andere Subscription sie aufnehmen.',
  otherSubscriptions: 'Warum andere Subscriptions sie nicht aufnehmen können',
  reasons: {
    'not-started': 'hat noch nicht begonnen',
    lapsed: 'ist ausgelaufen',
    suspended: 'ist gesperrt',
    cancelled: 'ist gekündigt',
    'dates-unknown': 'hat noch keine Laufzeit',
    trial: 'ist eine Test-Subscription',
    'telephony-mismatch': 'hat eine andere Telefonieoption als der Mandant',
    'ends-too-soon': 'endet selbst zu früh',
    'no-seats-per-kind': 'hat keine Plätze je Lizenzart',
  },
  startsOn: (day) => `beginnt am ${day}`,
  followUps: 'Danach im Control Hub',
  followUpItems: [
    'Benutzer synchronisieren (Einstellungen des Contact Centers).',
    'Prüfen, ob noch eine Vorlage zur automatischen Lizenzzuweisung auf die endende Subscription zeigt.',
  ],
  nothingYet: 'Bisher wurde nichts geändert.',
  confirm: (count) => `Umzug von ${personen(count)} starten`,
  confirmFile: (count) => `Datei für ${personen(count)} erstellen`,
  afterConfirming:
    'Wenn Sie bestätigen, beginnt der Umzug sofort, und alle Empfänger erfahren davon. Wer keinen Platz findet, bleibt, wo er ist.',
  afterConfirmingFile:
    'Wenn Sie bestätigen, werden die Plätze reserviert, und Sie bekommen eine Datei für den Import im Control Hub. Bis zum Import bleibt der Zugang gefährdet.',
  confirmChoice: 'Zuerst ein Ziel wählen',
  code: {
    title: 'Ein Code ist nötig',
    label: 'Code aus sechs Ziffern',
    sent: (by) =>
      `Ein Code ist per ${weg(by)} zu Ihnen unterwegs. Geben Sie ihn hier ein und drücken Sie den Knopf darunter; er gilt höchstens zehn Minuten.`,
    wrong: (left) =>
      `Dieser Code ist falsch. Nehmen Sie den neuesten, den Sie bekommen haben; Sie haben noch ${left === 1 ? 'einen Versuch' : `${left} Versuche`}.`,
    over: (by) => `Dieser Code gilt nicht mehr. Ein neuer ist per ${weg(by)} zu Ihnen unterwegs.`,
    usedUp: (until) => `Alle Versuche sind verbraucht. Einen neuen Code können Sie ab ${until} anfordern.`,
    allSent: (by, until) =>
      `Sie haben drei Codes per ${weg(by)} bekommen; mehr gibt es im Moment nicht. Geben Sie den neuesten ein, oder fordern Sie ab ${until} einen weiteren an.`,
    oneChannel:
      'Hier ist ein Code nötig, der auf einem zweiten Weg zu Ihnen kommt, und bei Ihnen ist nur einer bestätigt. Bitten Sie einen Admin dieses Mandanten, Ihre E-Mail-Adresse oder Mobilnummer zu ergänzen, bestätigen Sie sie und öffnen Sie den Link noch einmal.',
    sixDigits: 'Geben Sie zuerst alle sechs Ziffern des Codes ein.',
    again: 'Neuen Code schicken',
  },
  changed: 'Der Mandant hat sich inzwischen geändert. Dies ist der Plan von jetzt; bitte wählen Sie noch einmal.',
  started: 'Der Umzug hat begonnen.',
  snooze: {
    title: 'Oder kümmert sich schon jemand darum?',
    means:
      'Dann erinnern wir Sie vor diesem Tag nicht mehr daran, außer es wird kritisch. Die anderen Empfänger hören weiter davon; dürfen Sie handeln, wird es so lange nicht eskaliert.',
    reason: 'Warum es warten kann',
    until: 'Nicht vor dem',
    act: 'Später erinnern',
    sayWhy: 'Schreiben Sie zuerst in wenigen Worten, warum es warten kann.',
    otherDay: 'Wählen Sie einen Tag nach heute und höchstens den vorgeschlagenen.',
    done: (day) => `Notiert. Sofern es nicht kritisch wird, hören Sie vor dem ${day} nichts mehr davon.`,
  },
  passOn: {
    title: 'Weitergeben',
    means: 'Die Admins des Kunden erhalten die Nachricht, dass Sie um ihre Entscheidung bitten, jeder mit einem eigenen Link.',
    tick: 'Sie sollen entscheiden.',
    act: 'Admins des Kunden bitten',
    done: (admins) => (admins === 1 ? 'Eine Nachricht an 1 Admin ist unterwegs.' : `Nachrichten an ${admins} Admins sind unterwegs.`),
  },
  renewedTitle: 'Oder wurde sie verlängert?',
  renewedLabel: 'Neues Ende',
  renewed: 'Sie wurde verlängert',
  renewedThanks: (day) => `Danke. Die Subscription endet jetzt am ${day}; bis dahin behalten alle ihren Zugang.`,
  pickDay: 'Tragen Sie zuerst das neue Ende ein.',
  laterDay: 'Das neue Ende muss nach dem jetzigen und nach heute liegen.',
  startedBy: (name, at) => `Gestartet von ${name} am ${at}`,
  cancelledBy: (name) => `Abgebrochen von ${name}`,
  undoneBy: (name) => `Rückgängig gemacht von ${name}`,
  progress: (done, all) => `${done} von ${personen(all)} fertig`,
  progressBack: (done, all) => `${done} von ${personen(all)} wieder zurück`,
  statuses: {
    running: 'Der Umzug läuft',
    'awaiting-control-hub': 'Ein Schritt fehlt: die Datei im Control Hub importieren',
    done: 'Fertig',
    stopped: 'Der Umzug wurde angehalten',
    cancelled: 'Der Umzug wurde abgebrochen',
    undoing: 'Der Umzug wird rückgängig gemacht',
    undone: 'Der Umzug wurde rückgängig gemacht',
  },
  outcomes: {
    pending: (count) => `${personen(count)} bisher nicht umgezogen`,
    moved: (count) => `${personen(count)} umgezogen`,
    moving: (count) => `${personen(count)} ${count === 1 ? 'wartet' : 'warten'} auf den Control Hub`,
    'already-there': (count) => `${personen(count)} schon dort`,
    staying: (count) => `${personen(count)} ${count === 1 ? 'bleibt' : 'bleiben'}: durch eine andere Subscription abgedeckt`,
    skipped: (count) => `${personen(count)} ausgelassen: seit dem Plan geändert`,
    failed: (count) => `${personen(count)} nicht umgezogen: kein Platz mehr frei`,
    reverted: (count) => `${personen(count)} wieder auf dem alten Platz`,
    unplaced: (count) => `${personen(count)} ohne Ziel: kein Platz oder keine passende Subscription`,
  },
  notBack: (count) =>
    `${personen(count)} ${count === 1 ? 'bleibt' : 'bleiben'} umgezogen: seither geändert, kein Platz frei, oder die alte Subscription ist nicht aktiv`,
  offers: {
    cancel: {
      title: 'Umzug abbrechen',
      means: 'Wer schon umgezogen ist, bleibt umgezogen; sonst zieht niemand mehr um.',
      tick: 'Der Umzug soll hier enden.',
      act: 'Umzug abbrechen',
      asked: 'Der Umzug endet nach den Personen, die gerade an der Reihe sind.',
    },
    resume: {
      title: 'Fortsetzen',
      means:
        'Der Umzug wurde angehalten, weil zu viele keinen Platz fanden. Beim Fortsetzen ziehen die um, die noch nicht an der Reihe waren.',
      tick: 'Die Ursache ist behoben; der Umzug darf weitergehen.',
      act: 'Umzug fortsetzen',
      asked: 'Der Umzug geht weiter.',
    },
    undo: {
      title: 'Rückgängig machen',
      means:
        'Alle, die seither niemand geändert hat, kommen zurück in die Subscription, aus der sie kamen, und verlieren mit deren Ende den Zugang.',
      tick: 'Diese Personen sollen zurück in die alte Subscription.',
      act: 'Umzug rückgängig machen',
      asked: 'Der Umzug wird rückgängig gemacht.',
    },
  },
  controlHub:
    'Öffnen Sie im Control Hub „Benutzer“ und dann „Benutzer verwalten“, wählen Sie „Dienste hinzufügen und entfernen“ und importieren Sie jede Datei. Bis dahin bleibt der Zugang dieser Personen gefährdet.',
  controlHubBack:
    'Öffnen Sie im Control Hub „Benutzer“ und dann „Benutzer verwalten“, wählen Sie „Dienste hinzufügen und entfernen“ und importieren Sie jede Datei: Sie holt diese Personen zurück. Bis dahin behalten sie hier beide Lizenzen.',
  download: (part, parts) => (parts === 1 ? 'Datei herunterladen' : `Datei ${part} von ${parts} herunterladen`),
  importedAll: 'Alle Dateien sind im Control Hub importiert.',
  imported: 'Umzug als erledigt eintragen',
  importedThanks: 'Danke. Der Umzug wird als erledigt eingetragen.',
  kinds: { 'premium-agent': 'Premium', 'standard-agent': 'Standard' },
};
