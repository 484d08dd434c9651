export const looksLikeEmail = (value: string): boolean => /^[^\s@]+@[^\s@]+$/.test(value)
export const looksLikePhoneNumber = (value: string): boolean => /^\+\d{1,50}$/.test(value)
