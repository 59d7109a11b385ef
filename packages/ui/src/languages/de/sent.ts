export const sent = {
  'shot.waits': 'Das Foto wird aufgenommen, sobald das Kamerabild da ist. Bitte stillhalten.',
  'shot.none': 'Die Kamera zeigt kein Bild. Noch einmal versuchen oder ein Bild auswählen.',
  'sent.saved': 'gespeichert',
  'sent.sent': 'gesendet',
  'sent.refused': 'abgelehnt',
}
