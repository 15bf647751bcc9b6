extension Rule {
  /// The rules of group `front-matter`.
  static let frontMatterRules: [Rule] = [
    .frontMatterBadFence, .frontMatterBadURL, .frontMatterCoercedValue, .frontMatterDateConflict,
    .frontMatterDuplicateItem, .frontMatterDuplicateKey, .frontMatterEmptyValue,
    .frontMatterEncoding, .frontMatterInvalidDate, .frontMatterMissing, .frontMatterMissingKey,
    .frontMatterSummaryFormat, .frontMatterSyntax, .frontMatterTitleLength,
    .frontMatterTitleMismatch, .frontMatterUnclosed, .frontMatterUnknownCategory,
    .frontMatterUnknownKey, .frontMatterUnknownTag, .frontMatterWrongType,
  ]
}
