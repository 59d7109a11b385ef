export const outbox = {
  'attention.again': 'Noch einmal senden',
  'attention.drop': 'Verwerfen …',
  'attention.supervisor': 'Aufsicht fragen',
  'attention.waitsForIt.one': '{count} Schritt wartet darauf',
  'attention.waitsForIt.other': '{count} Schritte warten darauf',
  'attention.senderStopped': '{count} von {badge} können nicht gesendet werden',
  'attention.signInToSend': '{badge} meldet sich hier noch einmal an, dann gehen sie hinaus.',
  'verdict.asking': 'Der Server wird gefragt …',
  'drop.title': 'Warum darf es weg?',
  'drop.what':
    'Es wurde nicht aufgezeichnet. Verworfen verschwindet es von diesem Gerät; was darauf wartet, wird dann für sich geprüft.',
  'device.enrolled': 'Dieses Gerät heißt jetzt {name}. Melde dich mit deiner Marke an.',
  'keep.title': 'Dieser Browser bewahrt nichts auf',
  'keep.hint':
    'Er hat keinen Platz oder erlaubt es Seiten nicht, etwas zu behalten; hier getane Arbeit könnte verloren gehen. Schaffe Platz oder nimm einen anderen Browser und lade die Seite neu.',
  'drop.done_by_other': 'Jemand anderes hat es getan',
  'drop.mistake': 'Es war ein Versehen',
  'drop.not_there': 'Die Ware ist nicht da',
  'drop.settled': 'Mit der Aufsicht geklärt',
  'drop.other': 'Ein anderer Grund',
}
