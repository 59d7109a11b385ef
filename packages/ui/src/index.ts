export { Button, type ButtonLook } from './components/Button.tsx'
export { Chip, type ChipLook } from './components/Chip.tsx'
export { Choice } from './components/Choice.tsx'
export { Code, grouped } from './components/Code.tsx'
export { classes } from './components/classes.ts'
export { DispositionMark, MARKS } from './components/DispositionMark.tsx'
export { Field } from './components/Field.tsx'
export { radio } from './components/radio.ts'
export { Sheet } from './components/Sheet.tsx'
export { Stepper } from './components/Stepper.tsx'
export {
  categoryInWords,
  categoryOfWords,
  factsInWords,
  questionInWords,
  reasonInWords,
} from './in-words/code-in-words.ts'
export { dateFormat, numberFormat } from './languages/formats.ts'
export { LANGUAGE_CODES, LANGUAGES, type Language, useLanguage } from './languages/language.ts'
export { languageOfPerson } from './languages/person-language.ts'
export { startTheme, THEMES, type Theme, useTheme } from './theme.ts'
