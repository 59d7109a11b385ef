import { createDeskClient } from '@restow/client'

export const api = createDeskClient()
