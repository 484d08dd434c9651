/** COSE numbers of ES256 and RS256. */
export const supportedAlgorithms: readonly number[] = [-7, -257]
