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
    'Nehmen Sie Lizenzen zurück oder sagen Sie mehr Plätze zu. Webex lässt die Überschreitung womöglich zu und berechnet sie.',
  'admin-on-standard': 'Geben Sie diesen Admins eine Premium-Lizenz.',
  'move-not-confirmed':
    'Importieren Sie die Dateien im Control Hub (Benutzer > Benutzer verwalten > Dienste hinzufügen und entfernen) und laden Sie danach einen neuen Export hoch oder bestätigen Sie den Umzug. Bis dahin bleibt der Zugang dieser Personen gefährdet.',
};
