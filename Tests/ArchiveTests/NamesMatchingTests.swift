import Archive
import Syntax
import Testing

/// The text with each name in brackets, its kind's first letter before it.
func marked(_ text: String, after archive: [String] = [], userNames: [UserName] = []) -> String {
  let vocabulary = NameVocabulary(userNames: userNames)
  let issues = (archive + [text]).enumerated().map { number, text in
    IssueRecord(
      path: "/issues/2026-01-0\(number + 1).md", document: Document(bytes: Array(text.utf8)),
      vocabulary: vocabulary)
  }
  let index = ArchiveIndex(records: issues, userNames: userNames)
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  var end = 0
  for mention in index.names.mentions(in: Document(bytes: bytes)) {
    let kind = index.names.kind(of: mention.id).word.prefix(2)
    result += bytes[end..<mention.range.start]
    result += Array("[\(kind):".utf8) + bytes[mention.range.start..<mention.range.end] + [0x5D]
    end = mention.range.end
  }
  return String(decoding: result + bytes[end...], as: UTF8.self)
}

@Suite struct `Names in text` {
  @Test(arguments: ["<!--", "[a](", "<a ", "`a``", "<a b=\""])
  func `are found beside many marks that nothing closes`(mark: String) {
    let text = String(repeating: mark, count: 3000) + "\n\n智谱发布"
    #expect(marked(text).hasSuffix("\n\n[co:智谱]发布"))
  }

  @Test(arguments: [
    ("智谱发布GLM-4.7-Flash模型", "[co:智谱]发布[mo:GLM-4.7-Flash]模型"),
    ("快手可灵 3.0上线", "[co:快手][mo:可灵 3.0]上线"),
    ("今天智谱和百度都降价", "今天[co:智谱]和[co:百度]都降价"),
    ("OpenAI CEO奥尔特曼说", "[co:OpenAI] CEO[pe:奥尔特曼]说"),
    ("基于GPT-5.6 Sol构建", "基于[mo:GPT-5.6 Sol]构建"),
    ("Liquid AI发布LFM2-2.6B-Exp", "[co:Liquid AI]发布[mo:LFM2-2.6B-Exp]"),
    ("MiniMax M2.1开源，M2.1很快", "[mo:MiniMax M2.1]开源，[mo:M2.1]很快"),
    ("Kimi K2 Thinking 与 gpt-4o-mini", "[mo:Kimi K2 Thinking] 与 [mo:gpt-4o-mini]"),
    ("Gemini 2 亿用户，Llama 10 倍", "[mo:Gemini] 2 亿用户，[mo:Llama] 10 倍"),
    ("Midjourney 的 Midjourney V8", "[co:Midjourney] 的 [mo:Midjourney V8]"),
    ("即梦 4.5 和 Step 3.5 Flash", "[pr:即梦 4.5] 和 [mo:Step 3.5 Flash]"),
  ])
  func `take the longest official name`(text: String, expected: String) {
    #expect(marked(text) == expected)
  }

  @Test func `versions stay apart and their spellings together`() {
    let index = ArchiveIndex(records: [
      IssueRecord(
        path: "/a/2026-01-01.md",
        document: Document(
          bytes: Array("Gemini 3 Pro、Gemini-3-Pro、Gemini3Pro、Gemini 3、FLUX.1、FLUX.2".utf8)))
    ])
    let names = index.names
    #expect(names.find("Gemini 3 Pro") == names.find("Gemini3Pro"))
    #expect(names.find("Gemini 3 Pro") == names.find("gemini-3-pro"))
    #expect(names.find("Gemini 3") != names.find("Gemini 3 Pro"))
    #expect(names.find("Gemini 3") != nil)
    #expect(names.find("FLUX.1") != names.find("FLUX.2"))
  }

  @Test func `words of the language that resemble names are none`() {
    #expect(!marked("机器人大模型很好").contains("[or:"))
    #expect(marked("这是理想的状态") == "这是理想的状态")
    #expect(marked("检索增强生成技术") == "检索增强生成技术")
    #expect(
      marked("We did it, and the vast notion of reliance is gone.")
        == "We did it, and the vast notion of reliance is gone.")
  }

  @Test func `a letter is a name where what stands around says so`() {
    #expect(marked("欧盟对 X 平台开出罚单") == "[or:欧盟]对 [pr:X] 平台开出罚单")
    #expect(marked("ROG X XREAL 眼镜，X 轴") == "[co:ROG] X [co:XREAL] 眼镜，X 轴")
  }

  @Test func `an ambiguous word counts beside its long form`() {
    #expect(
      marked("理想汽车成立团队。理想将造机器人。")
        == "[co:理想汽车]成立团队。[co:理想]将造机器人。")
  }

  @Test(arguments: [
    "`Claude`", "[x](https://openai.com/Claude)", "<a href=\"Claude\">x</a>", "https://x.ai/Claude",
    "@OpenAI", "```\nOpenAI\n```", "    OpenAI", "<!-- OpenAI -->", "xOpenAIx", "OpenAI_client",
  ])
  func `code, addresses, tags and handles hold none`(text: String) {
    #expect(marked("一\n\n" + text) == "一\n\n" + text)
  }

  @Test func `front matter is read like the body`() {
    #expect(
      marked("---\ntitle: OpenAI融资\nslug: openai\n---\n# 一\n")
        == "---\ntitle: [co:OpenAI]融资\nslug: openai\n---\n# 一\n")
  }

  @Test func `unknown names are learnt from what stands around them`() {
    #expect(marked("初创公司Zorblatt宣布融资") == "初创公司[co:Zorblatt]宣布融资")
    #expect(marked("开源模型 Quuxel-7B 上线") == "开源模型 [mo:Quuxel-7B] 上线")
    #expect(marked("质变科技宣布融资").contains("[co:质变科技]"))
    #expect(marked("今天质变科技开会").contains("[co:质变科技]"))
  }

  @Test(arguments: ["部分科技股", "试图打破科技垄断", "自己去医院", "暗示监管科技", "三分钟学会写作"])
  func `a sentence that holds the ending of a name is none`(text: String) {
    #expect(marked(text) == text)
  }

  @Test func `what one issue taught is known in the next`() {
    let text = "Zorblatt又有新消息"
    #expect(marked(text, after: ["初创公司Zorblatt获融资"]) == "[co:Zorblatt]又有新消息")
  }

  @Test func `a name of the writer's is called so, and keeps the spellings it had`() {
    let text = "谷歌发布新品。Google 与谷歌云合作，谷歌回应。"
    for own in [
      UserName(name: "Google", kind: .company, aliases: ["谷歌"]),
      UserName(name: "google", kind: .company),
    ] {
      let record = IssueRecord(
        path: "/a/2026-01-01.md", document: Document(bytes: Array(text.utf8)),
        vocabulary: NameVocabulary(userNames: [own]))
      let names = ArchiveIndex(records: [record], userNames: [own]).names
      let name = names.find("谷歌").flatMap { names[$0] }
      #expect(name?.canonical == own.name)
      #expect(name?.mentionCount == 3)
      #expect(name?.aliases.contains("谷歌") == true)
    }
  }

  @Test func `the writer's own names win`() {
    let own = [
      UserName(name: "星河工坊", kind: .company, aliases: ["星河"]),
      UserName(name: "智谱", kind: .company, ignore: true),
    ]
    #expect(
      marked("星河工坊与智谱合作，星河领先", userNames: own) == "[co:星河工坊]与智谱合作，[co:星河]领先")
  }

  @Test func `labels of front matter tell the kind`() {
    let text = "---\ncompanies:\n  - zorblatt\n---\nWe like Zorblatt and zorblatt.\n"
    #expect(marked("We like ZorBlatt.", after: [text]).contains("[co:ZorBlatt]"))
  }

  @Test func `a label that no text spells does not hide a name`() {
    let labelled = "---\nmodels:\n  - glm-4.7\n  - llama-4\n---\nGLM‑4.6V and Llama 4.\n"
    #expect(
      marked("GLM‑4.7 beats Llama 4.", after: [labelled]) == "[mo:GLM‑4.7] beats [mo:Llama 4].")
  }

  @Test func `no text makes the scanner fail`() {
    var generator = SeededNumbers(seed: 7)
    let pieces = [
      "GPT-", "5.2", "智谱", "可灵", "\u{0}", "\u{FEFF}", "(", "](", "`", "<", "**", " ", "\n", "🙂",
      "·", "‑", "V3", "科技", "大学", "@", "\\", "http://", "Claude ", "AI", "x", ".", "-", "1",
    ]
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<generator.next(below: 24) { text += pieces[generator.next(below: pieces.count)] }
      let bytes = Array(text.utf8)
      let names = ArchiveIndex(records: [
        IssueRecord(path: "/a.md", document: Document(bytes: bytes))
      ]).names
      var end = 0
      for mention in names.mentions(in: Document(bytes: bytes)) {
        #expect(mention.range.start >= end && mention.range.end <= bytes.count)
        #expect(!mention.range.isEmpty)
        end = mention.range.end
      }
    }
  }
}

/// A small generator whose numbers the seed alone decides.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 33) % max(1, limit)
  }
}
