export const camera = {
  'camera.open': 'Kamera',
  'camera.title': 'Mit der Kamera scannen',
  'camera.close': 'Kamera schließen',
  'camera.picture': 'Was die Kamera sieht',
  'camera.starting': 'Die Kamera startet',
  'camera.aim': 'Halten Sie den Code zwischen die Ecken.',
  'camera.torchOn': 'Licht an',
  'camera.torchOff': 'Licht aus',
  'camera.next': 'Andere Kamera',
  'camera.insecure':
    'Der Browser gibt die Kamera nur sicheren Seiten. Starten Sie den Server mit npm start -- --lan und öffnen Sie die https-Adresse, die er anzeigt.',
  'camera.refused':
    'Die Kamera ist für diese Seite nicht erlaubt. Erlauben Sie sie neben der Adresse oder in den Einstellungen des Geräts und versuchen Sie es erneut.',
  'camera.none':
    'Dieses Gerät hat keine nutzbare Kamera. Scannen Sie mit dem Scanner oder tippen Sie den Code ein.',
  'camera.inUse': 'Ein anderes Programm benutzt die Kamera. Schließen Sie es und versuchen Sie es erneut.',
  'camera.failed': 'Die Kamera ist nicht gestartet. Versuchen Sie es erneut oder starten Sie das Gerät neu.',
  'camera.noEngine':
    'Das Lesen von Codes konnte nicht geladen werden. Prüfen Sie die Verbindung, schließen Sie die Kamera und öffnen Sie sie wieder.',
  'camera.shoot': 'Foto aufnehmen',
  'camera.file': 'Stattdessen ein Bild auswählen',
} as const
