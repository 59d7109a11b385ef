import './garbage-collection.ts'

// Loaded once that is said: loading it is what V8 has to tidy up behind first.
await import('./serve.ts')
