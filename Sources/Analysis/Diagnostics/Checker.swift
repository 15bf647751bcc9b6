import Syntax

/// What one document's checks keep from edit to edit.
package struct DiagnosticsCache {
  package init() {}
}

/// All reports about an issue, by place: the configuration and the writer's silencers applied.
///
/// The command line and the server both report exactly this.
package func diagnostics(of snapshot: Snapshot, cache: inout DiagnosticsCache) -> [Diagnostic] {
  var reports = Reports()
  let frontMatter = FrontMatterContext(snapshot)
  for rule in Rule.all {
    switch rule.check {
    case .frontMatter(let check): check(frontMatter, &reports)
    case .issue(let check): check(snapshot, &reports)
    case .block, .runner: break
    }
  }
  return reports.diagnostics
    .compactMap { diagnostic in
      var diagnostic = diagnostic
      guard
        let severity = snapshot.configuration.severity(
          of: diagnostic.code, default: diagnostic.severity)
      else { return nil }
      diagnostic.severity = severity
      return diagnostic
    }
    .sorted {
      ($0.range.start, $0.range.end, $0.code) < ($1.range.start, $1.range.end, $1.code)
    }
}
