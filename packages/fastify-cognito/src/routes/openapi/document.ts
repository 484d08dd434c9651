/** Of an OpenAPI document, what we read or add to. */
export interface Document {
  openapi?: string
  components?: Components
  paths?: Readonly<Record<string, object | undefined>>
}

interface Components {
  schemas?: Readonly<Record<string, object>>
  securitySchemes?: Readonly<Record<string, object>>
}
