export { type PlateLabel, platePdf } from './plate.ts'
export { qrText } from './qr-text.ts'
