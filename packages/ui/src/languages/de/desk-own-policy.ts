import type { deskOwnPolicy as english } from '../en/desk-own-policy.ts'
import type { Translation } from '../translation.ts'

export const deskOwnPolicy: Translation<typeof english> = {
  'policy.aboutYours':
    'Danach wird Ihre Ware auf der Fläche gerechnet. Was sie wert ist und was mit ihr geschehen darf, sagen Sie; was das Lager macht und berechnet, sagt das Lager.',
  'policy.tabs': 'Teile der Regeln',
  'policy.tabRules': 'Regeln und Kosten',
  'policy.tabQuestions': 'Eigene Fragen',
  'policy.changedByHouse': 'vom Lager geändert, {at}',
  'policy.savedYours': 'Gespeichert. Der nächste Vorschlag für Ihre Ware wird danach gerechnet.',
  'policy.routesYours': 'Angehakte Wege sind erlaubt. Beträge je Stück, in {currency}.',
  'policy.refurbishes': 'Diese Ware aufarbeiten',
  'policy.refurbishOff':
    'Nichts wird aufgearbeitet: Was sich eignen würde, wird verkauft, wie es ist, oder entsorgt.',
  'policy.available': 'Der Händler darf ihn wählen',
  'policy.notAvailable': 'Das macht das Lager für Sie nicht.',
  'policy.notAvailableFor': 'Das macht das Lager für den Händler nicht.',
  'policy.houseCosts': 'Das Lager berechnet: {costs}',
  'policy.noCosts': 'nichts',
  'policy.ownCosts': 'Außerdem kostet es den Händler: {costs}',
  'policy.ownCostsYours': 'Außerdem kostet es Sie:',
  'policy.addOwnCost': 'Eigene Kosten hinzufügen',
  'policy.targetsYours':
    'In Stunden, wo Ihr Vertrag anderes sagt als das Lager für alle. Das Lager trägt es ein.',
  'policy.vetoHoursYours':
    'So lange können Sie einer Entsorgung über diesem Limit widersprechen, bevor sie genehmigt wird. 0: gar nicht; höchstens 336.',
  'policy.houseSays': 'Das sagt das Lager.',
  'policy.prints': 'Etikett bei Wiederverkauf',
  'policy.printsHint': 'Es kommt von selbst, sobald ein Stück wieder verkauft werden soll. Bei diesen Wegen:',
  'policy.copies': 'Etiketten je Stück',
  'policy.printsPaper': 'Es richtet sich nach dem Papier im Drucker des Lagers.',
  'policy.printsTemplate': 'Was darauf steht',
  'policy.wrong.route_not_available': 'Einen dieser Wege macht das Lager für diesen Händler nicht.',
  'policy.wrong.prints_wrong': 'Wege zum Wiederverkauf wählen, und 1 bis 3 Etiketten.',
  'leaving.title': 'Verlassen, ohne zu speichern?',
  'leaving.about': 'Was hier geändert wurde, ist noch nicht gespeichert und ginge verloren.',
  'leaving.stay': 'Hier bleiben',
  'leaving.leave': 'Ohne Speichern verlassen',
  'ownChecks.about':
    'Werden an der Prüfbank nach den Fragen des Lagers gestellt, nur zu Ihrer Ware. Die Antworten zählen für den Zustand. Eine Prüfung behält die Fragen, nach denen sie gemacht wurde.',
  'ownChecks.aboutSeller':
    'Werden an der Prüfbank nach den Fragen des Lagers gestellt, nur zur Ware dieses Händlers. Eine Prüfung behält die Fragen, nach denen sie gemacht wurde.',
  'ownChecks.none': 'Noch keine eigenen Fragen',
  'ownChecks.noneRead': 'Dieser Händler hat keine eigenen Fragen.',
  'ownChecks.noneHint':
    'Fügen Sie eine hinzu, wo die Ware etwas hat, worauf das Lager nicht achtet: ein Siegel, eine Nummer auf der Hülle, eine Beilage.',
  'ownChecks.most': 'Höchstens zehn: Jede kostet an der Prüfbank Zeit.',
  'ownChecks.askedOf': 'Gefragt bei',
  'ownChecks.all': 'aller Ware',
  'ownChecks.some': 'Ware einiger Kategorien',
  'ownChecks.saved': 'Gespeichert. Bei der nächsten Prüfung dieser Ware wird das gefragt.',
  'ownChecks.wrong.too_many': 'Höchstens zehn Fragen.',
  'ownChecks.wrong.category_wrong': 'Mindestens eine Kategorie wählen.',
  'history.byHouse': 'Das Lager',
  'changed.scrapLimitMinor': 'Entsorgungsgrenze',
  'changed.available': 'Zur Wahl',
  'changed.ownCosts': 'Kosten des Händlers',
  'changed.prints': 'Etiketten',
  'changed.relabel': 'für',
  'changed.copies': 'je Stück',
  'changed.categories': 'Kategorien',
  'keys.scope.policy': 'Regeln',
  'keys.scopeHint.policy':
    'Liest die Regeln und ändert davon, was Sache des Händlers ist, eigene Fragen und Etiketten.',
}
