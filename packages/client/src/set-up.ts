import type {
  ChangeList,
  ChangesQuery,
  ChecklistRow,
  ChecklistsAnswer,
  HangScreen,
  PutChecklist,
  PutPolicy,
  PutSellerChecks,
  PutWarehouse,
  ScreenList,
  SearchAnswer,
  SellerChangeList,
  SellerChangesQuery,
  SellerChecks,
  SellerPolicy,
  Session,
  WarehouseItem,
} from '@restow/contracts'
import type { Static } from 'typebox'
import { at, type Call, jsonOf } from './call.ts'

const given = (signal?: AbortSignal) => (signal ? { signal } : {})

/** The house, its sellers' policies, its checklists, who changed what, and the one search box. */
export function houseCare(call: Call) {
  const policy = (seller: string) => `/api/sellers/${at(seller)}/policy`
  const sellerChecks = (seller: string) => `/api/sellers/${at(seller)}/checks`
  const checklist = (category: string) => `/api/checklists/${at(category)}`
  return {
    screens: (signal?: AbortSignal) =>
      jsonOf<Static<typeof ScreenList>>(call('GET', '/api/screens', given(signal))),
    /** Answers as whom this browser is signed in from then on. */
    hangScreen: async (name: string) =>
      (
        await jsonOf<Static<typeof Session>>(
          call('POST', '/api/screens', { json: { name } satisfies Static<typeof HangScreen> }),
        )
      ).user,
    takeDownScreen: async (id: string): Promise<void> =>
      void (await call('DELETE', `/api/screens/${at(id)}`)),
    warehouse: (signal: AbortSignal) => jsonOf<WarehouseItem>(call('GET', '/api/warehouse', { signal })),
    putWarehouse: (json: PutWarehouse) => jsonOf<WarehouseItem>(call('PUT', '/api/warehouse', { json })),
    policy: (seller: string, signal?: AbortSignal) =>
      jsonOf<SellerPolicy>(call('GET', policy(seller), given(signal))),
    putPolicy: (seller: string, json: PutPolicy) =>
      jsonOf<SellerPolicy>(call('PUT', policy(seller), { json })),
    policyChanges: (seller: string, query: Static<typeof SellerChangesQuery>, signal?: AbortSignal) =>
      jsonOf<SellerChangeList>(
        call('GET', `${policy(seller)}/changes`, {
          query: query as Record<string, string>,
          ...given(signal),
        }),
      ),
    sellerChecks: (seller: string, signal?: AbortSignal) =>
      jsonOf<SellerChecks>(call('GET', sellerChecks(seller), given(signal))),
    putSellerChecks: (seller: string, json: PutSellerChecks) =>
      jsonOf<SellerChecks>(call('PUT', sellerChecks(seller), { json })),
    checklists: (signal?: AbortSignal) =>
      jsonOf<ChecklistsAnswer>(call('GET', '/api/checklists', given(signal))),
    checklistAt: (category: string, version: number, signal?: AbortSignal) =>
      jsonOf<ChecklistRow>(call('GET', `${checklist(category)}/versions/${version}`, given(signal))),
    putChecklist: (category: string, json: PutChecklist) =>
      jsonOf<ChecklistRow>(call('PUT', checklist(category), { json })),
    lockStaff: async (badge: string): Promise<void> =>
      void (await call('POST', `/api/staff/${at(badge)}/lock`)),
    changes: (query: Static<typeof ChangesQuery>, signal?: AbortSignal) =>
      jsonOf<ChangeList>(
        call('GET', '/api/set-up/changes', { query: query as Record<string, string>, ...given(signal) }),
      ),
    search: (q: string, signal?: AbortSignal) =>
      jsonOf<SearchAnswer>(call('GET', '/api/search', { query: { q }, ...given(signal) })),
  }
}
