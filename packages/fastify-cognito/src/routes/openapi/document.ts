/** Of an OpenAPI document, what we add to. */
export interface Document {
  components?: {
    schemas?: Record<string, object>
    securitySchemes?: Record<string, object>
  }
  paths?: Record<string, object>
}
