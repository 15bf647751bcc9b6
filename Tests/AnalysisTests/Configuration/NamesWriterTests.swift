import Analysis
import Archive
import Testing

@Suite struct NamesWriterTests {
  let zebra = UserName(name: "斑马", kind: .company, aliases: ["Zebra"])
  let entry = "- name: \"斑马\"\n  kind: company\n  aliases: [\"Zebra\"]\n"

  func adding(_ name: UserName, to text: String) -> String? {
    guard case .file(let bytes) = addingName(name, to: Array(text.utf8)) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a name goes in as the file writes its own`() {
    let flow = "{name: \"斑马\", kind: company, aliases: [\"Zebra\"]}"
    let indented = "  - name: \"斑马\"\n    kind: company\n    aliases: [\"Zebra\"]\n"
    for (old, new) in [
      ("", entry), ("# 名称\n", "# 名称\n\(entry)"), ("- 甲", "- 甲\n\(entry)"),
      ("~\n", "\n\(entry)"), ("- 甲\n...\n", "- 甲\n\(entry)...\n"),
      ("  - name: 甲\n", "  - name: 甲\n\(indented)"),
      ("- 甲\r\n", "- 甲\r\n" + entry.replacing("\n", with: "\r\n")),
      ("[]\n", "[\(flow)]\n"), ("[甲, 乙]", "[甲, 乙, \(flow)]"),
      ("[\n  甲,\n]\n", "[\n  甲,\n\(flow)]\n"),
    ] {
      #expect(adding(zebra, to: old) == new)
    }
    for broken in ["a: 1\n", "text\n", "- \"甲\n", "[甲\n"] {
      #expect(addingName(zebra, to: Array(broken.utf8)) == .impossible)
    }
  }

  @Test func `a name that stands there is not added again`() {
    #expect(addingName(zebra, to: Array(entry.utf8)) == .nothing)
    let plain = UserName(name: "Zebra", kind: nil)
    #expect(addingName(plain, to: Array(entry.utf8)) == .nothing)
    let other = UserName(name: "斑马", kind: .model)
    #expect(addingName(other, to: Array("- 甲\n\(entry)".utf8)) == .known(line: 2))
    let ignored = Array("- 甲\n- name: 斑马\n  ignore: true\n".utf8)
    #expect(addingName(zebra, to: ignored) == .known(line: 2))
  }
}
