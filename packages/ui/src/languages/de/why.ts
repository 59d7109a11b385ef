import type { why as english } from '../en/why.ts'
import type { Translation } from '../texts.ts'

export const why: Translation<typeof english> = {
  'why.malformed':
    'Das war nicht lesbar: {problem}. Nichts wurde gespeichert; noch einmal scannen oder eingeben.',
  'why.command_id_reused': 'Diese Kennung steht schon für einen anderen Befehl. Noch einmal scannen.',
  'why.version_conflict':
    '{key} hat sich inzwischen geändert: {lastType} von {lastBy} um {lastAt}. Noch einmal ansehen.',
  'why.nothing_there':
    'Zu {key} ist nichts verzeichnet, obwohl Stand {expected} erwartet wurde. Noch einmal scannen.',
  'why.internal':
    'Hier ist bei uns etwas schiefgegangen. Nichts davon ist verzeichnet; Schichtleitung rufen.',
  'why.forbidden': 'Dafür braucht es: {needs}. {by} ist als {role} angemeldet. Schichtleitung rufen.',
  'why.wrong_device':
    'Das wurde am Gerät {device} erledigt und wird unter einer Anmeldung von {signedIn} gesendet. Das Gerät zur Schichtleitung bringen.',
  'why.warehouse_unknown': 'Dieses Gerät ist in keinem Lager angemeldet. Neu anmelden.',
  'why.already_received':
    'Paket {tracking} wurde schon um {at} von {by} angenommen. Artikel scannen, um ihn zu erfassen.',
  'why.parcel_unknown': 'Paket {tracking} wurde hier nie angenommen. Zuerst annehmen.',
  'why.parcel_closed': 'Paket {tracking} wurde um {at} von {by} abgeschlossen. Zuerst wieder öffnen.',
  'why.parcel_not_closed': 'Paket {tracking} ist nicht abgeschlossen.',
  'why.parcel_refused': 'Paket {tracking} ist gemeldet als: {outcome}. Zuerst annehmen.',
  'why.parcel_has_units': 'Aus Paket {tracking} sind {units} Stück erfasst. Es ist nicht: {outcome}.',
  'why.tracking_unreadable':
    'Aus „{raw}“ ließ sich keine Sendungsnummer lesen. Das Paketetikett noch einmal scannen.',
  'why.seller_unknown': 'Es gibt keinen Händler {seller}. Einen aus der Liste wählen.',
  'why.already_claimed': 'Paket {tracking} gehört schon {seller}.',
  'why.label_of_other_parcel':
    'Das Etikett {label} gehört zu einem anderen Paket, {tracking}. Jenes Paket scannen, oder dessen Annahme zurücknehmen, wenn beide ein Karton sind.',
  'why.label_of_other_return':
    'Das Etikett {label} ist für die Retoure {rma} von {seller} angekündigt, nicht für Paket {tracking}. Prüfen, ob es auf diesem Karton klebt; die Schichtleitung kann sie verbinden.',
  'why.nothing_announced': 'Für Paket {tracking} ist noch nichts angekündigt. Es bleibt, wie es ist.',
  'why.announced_by_several':
    'Mehrere Händler haben {tracking} angekündigt. Die Schichtleitung soll es einem von ihnen zuordnen.',
  'why.evidence_does_not_fit':
    'Keine angekündigte Retoure von {seller} hat diese Bestellung und diesen Artikel. Die Schichtleitung soll das Paket zuordnen.',
  'why.return_unknown': '{seller} hat keine Retoure {rma} angekündigt. Eine aus der Liste wählen.',
  'why.goods_do_not_fit':
    'Was aus Paket {tracking} kam, zeigt nicht, dass es {seller} gehört. Das Lager bitten, es zuzuordnen.',
  'why.units_moved_on':
    '{lpn} ist weiter, seit Paket {tracking} einen Besitzer hat. Zuerst die späteren Schritte zurücknehmen.',
  'why.not_over_limit':
    'Paket {tracking} kann noch bis {at} beansprucht werden. Vorher entscheidet niemand darüber.',
  'why.parcel_forfeited':
    'Paket {tracking} hat niemand rechtzeitig beansprucht: seit {at} entscheidet das Lager.',
  'why.route_not_for_house':
    '{lpn} hat niemand beansprucht: nur Posten, Spende, Recycling oder Vernichtung, nicht {route}.',
  'why.plate_check_digit':
    'Etikett {lpn} ist falsch gelesen oder getippt: Die Prüfziffer stimmt nicht. Noch einmal scannen.',
  'why.plate_taken': 'Etikett {lpn} klebt seit {at} auf einem anderen Stück. Ein neues nehmen.',
  'why.product_unknown':
    'Kein Artikel von {seller} hat den Code {code}. Einen anderen Code scannen oder als unbekannt erfassen.',
  'why.product_ambiguous': 'Der Code {code} steht für {count} Artikel. Einen anderen Code scannen.',
  'why.unit_unknown': 'Ein Stück {lpn} gibt es hier nicht. Zuerst aus seinem Paket erfassen.',
  'why.unit_void': 'Die Erfassung von {lpn} wurde zurückgenommen. Neu erfassen.',
  'why.quantity_too_large': 'Auf {lpn} sind nur {quantity} Stück. Mindestens eines muss bleiben.',
  'why.already_inspected': '{lpn} wurde um {at} von {by} geprüft. Jetzt entscheiden.',
  'why.not_inspected': '{lpn} ist noch nicht geprüft. Zuerst prüfen.',
  'why.not_classified': '{lpn} ist noch nicht entschieden. Zuerst entscheiden.',
  'why.already_classified':
    '{lpn} wurde schon um {at} von {by} entschieden. Einlagern, oder den Schritt zurücknehmen und anders entscheiden.',
  'why.already_decided':
    '{lpn} wurde um {at} von {by} entschieden und ist {state}. Zum Ändern den letzten Schritt zurücknehmen.',
  'why.already_shelved': '{lpn} liegt schon in {bin}. Von dort umlagern.',
  'why.not_shelved': '{lpn} liegt in keinem Platz. Zuerst einlagern.',
  'why.not_put_away': '{lpn} wurde nie eingelagert. Zuerst einlagern.',
  'why.being_refurbished': '{lpn} ist in Arbeit. Zuerst die Aufarbeitung beenden.',
  'why.not_being_refurbished': '{lpn} ist nicht in Arbeit. Zuerst die Aufarbeitung beginnen.',
  'why.not_for_refurbishment': '{lpn} ist nicht zum Aufarbeiten bestimmt. Neu entscheiden.',
  'why.not_for_scrap': '{lpn} ist nicht zum Entsorgen bestimmt. Neu entscheiden.',
  'why.no_approval_needed': 'Die Entsorgung von {lpn} wartet auf niemanden.',
  'why.approval_missing':
    'Die Entsorgung von {lpn} wartet auf eine zweite Person. Die Schichtleitung fragen.',
  'why.same_person': '{by} wollte {lpn} entsorgen, darum muss jemand anders entscheiden.',
  'why.no_veto': 'Die Entsorgung von {lpn} wartet nicht auf den Händler. Die Schichtleitung fragen.',
  'why.veto_running':
    '{seller} kann der Entsorgung von {lpn} bis {at} widersprechen. Danach genehmigen, oder sobald der Händler zugestimmt hat.',
  'why.veto_over':
    'Die Frist, der Entsorgung von {lpn} zu widersprechen, ist um {at} abgelaufen. Bitte beim Lager nachfragen.',
  'why.scrap_agreed':
    '{by} hat der Entsorgung von {lpn} um {at} zugestimmt. War das ein Versehen, bitte beim Lager nachfragen.',
  'why.scrapped': '{lpn} wurde um {at} entsorgt.',
  'why.dispatched': '{lpn} hat das Lager um {at} verlassen.',
  'why.answers_missing': 'Bei {lpn} sind diese Fragen offen: {checks}.',
  'why.answer_unknown': 'Die Frage {check} hat bei diesem Artikel keine Antwort {answer}.',
  'why.grade_too_high':
    'Was an {lpn} zu sehen war, erlaubt höchstens „{allowed}“, nicht „{grade}“. Zustand herabsetzen.',
  'why.photos_missing': '{lpn} braucht noch Fotos: {angles}. Zuerst aufnehmen.',
  'why.unclaimed':
    '{lpn} gehört noch keinem Händler. Es kann entschieden werden, wenn sein Paket zugeordnet ist.',
  'why.route_does_not_fit': '{route} passt nicht zu {disposition}.',
  'why.route_not_allowed': 'Der Händler {seller} erlaubt nicht: {route}. Einen anderen Weg wählen.',
  'why.cannot_be_restocked':
    '{lpn} kann nicht als Ware verkauft werden: {because}. Einen anderen Weg wählen.',
  'why.override_reason_needed':
    'Für {lpn} war {suggested} vorgeschlagen. Sagen Sie, warum Sie anders entscheiden.',
  'why.bin_unknown': 'In diesem Lager gibt es keinen Platz {bin}. Das Schild eines Platzes scannen.',
  'why.wrong_zone': '{bin} gehört zu {zone}, {lpn} kommt zu {wanted}. Dort einen Platz scannen.',
  'why.bin_full': '{bin} ist voll: {plates} von {capacity}. Einen anderen Platz scannen.',
  'why.already_there': '{lpn} liegt schon in {bin}.',
  'why.already_held': '{lpn} ist seit {at} von {by} gesperrt: {question}',
  'why.held': '{lpn} ist gesperrt und wartet auf {waitsFor}: {question} In einen Sperrplatz legen.',
  'why.not_held': '{lpn} ist nicht gesperrt.',
  'why.missing': '{lpn} ist seit {at} vermisst gemeldet. Zuerst als gefunden melden.',
  'why.not_missing': '{lpn} wird nicht vermisst.',
  'why.written_off': '{lpn} wurde um {at} von {by} ausgebucht.',
  'why.not_on_record': 'Zu {key} ist das nicht mehr vermerkt. Noch einmal ansehen.',
  'why.already_settled': 'Zu {key} wurde das um {at} von {by} geklärt.',
  'why.nothing_to_take_back': 'An {key} ist nichts zurückzunehmen.',
  'why.not_the_last_step':
    'Nur der letzte Schritt lässt sich zurücknehmen: {lastType} von {lastBy} um {lastAt}.',
  'why.cannot_be_undone': '„{lastType}“ lässt sich nicht rückgängig machen.',
  'why.not_your_step':
    '„{lastType}“ war {lastBy}. Diese Person oder die Schichtleitung kann es zurücknehmen.',
  'why.too_late_to_take_back':
    'Seit {lastAt} sind mehr als zehn Minuten vergangen. Die Schichtleitung kann es zurücknehmen.',
}
