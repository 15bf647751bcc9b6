/// Makes issues that look like real ones to a parser and to a learner of names: front matter, a
/// title, sections, linked stories with labels, long Chinese sentences with Latin names, figures and
/// bold amid them. The same seed gives the same bytes.
///
/// The mix follows Chinese newsletters about AI: a third of the bytes is ASCII; of a thousand bytes
/// about two are links, two to four bold runs; names follow Zipf's law, and new versions of models
/// come up as time goes by.
struct IssueGenerator {
  private var random: SplitMix
  private let companies: [String]
  private let models: [String]
  private let hosts: [String]

  /// - Parameter nameCount: how many different names the issues speak of in all, versions aside.
  init(seed: UInt64, nameCount: Int = 600) {
    var random = SplitMix(state: seed)
    let half = max(1, nameCount / 2)
    companies = (0..<half).map { _ in Self.company(&random) }
    models = (0..<half).map { _ in Self.model(&random) }
    hosts = (0..<80).map { _ in Self.latin(&random, 2).lowercased() + ".com" }
    self.random = random
  }

  /// One issue of about `bytes` bytes.
  ///
  /// - Parameter number: counts the days from 2024-01-01; gives the date and the newest versions.
  mutating func issue(_ number: Int, bytes: Int) -> [UInt8] {
    var text = ""
    text.reserveCapacity(bytes + 4096)
    let title = headline(number)
    text += "---\ntitle: \(title)\ndate: \(Self.date(number))\ncategory: AI 日报\n"
    text += "tags: [AI, AI 日报]\nsummary: \(sentence(number))\n---\n\n# \(title)"
    while text.utf8.count < bytes {
      text += "\n\n## \(pick(Self.sections))"
      for _ in 0..<random.below(6) + 3 where text.utf8.count < bytes { story(number, &text) }
    }
    return Array((text + "\n").utf8)
  }

  /// `2024-02-29.md` for 59.
  static func fileName(_ number: Int) -> String { "\(date(number)).md" }

  private mutating func story(_ number: Int, _ text: inout String) {
    text += "\n\n### [\(headline(number))](\(url()))"
    for _ in 0..<random.below(3) + 1 {
      text += "\n\n"
      for _ in 0..<random.below(4) + 1 { text += sentence(number) }
    }
    for _ in 0..<random.below(3) {
      text += "\n\n**\(pick(Self.labels))：**"
      for _ in 0..<random.below(3) + 1 { text += "\n- \(sentence(number))" }
    }
    guard random.below(3) == 0 else { return }
    text += "\n\n\(sentence(number))\n"
    for _ in 0..<random.below(5) + 2 {
      text += "\n- **\(name(number))**：\(sentence(number))"
      if random.below(2) == 0 { text += "（[来源](\(url()))）" }
    }
  }

  private mutating func url() -> String { "https://\(pick(hosts))/news/\(random.below(1 << 30))" }

  private mutating func headline(_ number: Int) -> String {
    "\(name(number))\(pick(Self.acts))\(name(number))，\(clause())"
  }

  private mutating func sentence(_ number: Int) -> String {
    var text = pick(companies, skewed: true)
    if random.below(2) == 0 { text += pick(Self.acts) + name(number) }
    for _ in 0..<random.below(3) + 1 {
      text += "，\(clause())"
      if random.below(6) == 0 { text += " **\(random.below(900) + 100)亿**" }
      if random.below(8) == 0 { text += "（\(name(number))）" }
      if random.below(40) == 0 { text += " `pip install \(pick(hosts))` " }
    }
    return text + "。"
  }

  /// Words in a row: as many different pairs of characters as prose has, and no sense.
  private mutating func clause() -> String {
    var text = ""
    for place in 0..<random.below(5) + 3 {
      text += pick(Self.words, skewed: true)
      if place > 0, random.below(5) == 0 { text += pick(Self.particles) }
    }
    return text
  }

  private mutating func name(_ number: Int) -> String {
    guard random.below(2) == 0 else { return pick(companies, skewed: true) }
    let minor = (number / 20 + random.below(2)) % 10
    return "\(pick(models, skewed: true)) \(1 + number / 200).\(minor)"
  }

  private mutating func pick(_ words: [String], skewed: Bool = false) -> String {
    // A draw below an even draw favours the front, much as Zipf's law does.
    let index = random.below(skewed ? random.below(words.count) + 1 : words.count)
    return words.indices.contains(index) ? words[index] : ""
  }
}

// What the issues are made of.
extension IssueGenerator {
  private static func date(_ number: Int) -> String {
    var (year, month, day) = (2024, 1, number)
    while true {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      if day < length { break }
      day -= length
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(day + 1))"
  }

  private static func company(_ random: inout SplitMix) -> String {
    if random.below(2) == 0 { return latin(&random, random.below(2) + 2) }
    let stem = (0..<2).map { _ in syllables[random.below(syllables.count)] }.joined()
    return stem + suffixes[random.below(suffixes.count)]
  }

  private static func model(_ random: inout SplitMix) -> String {
    let stem = latin(&random, random.below(2) + 1)
    return random.below(3) == 0 ? stem + "-VL" : stem
  }

  private static func latin(_ random: inout SplitMix, _ count: Int) -> String {
    let letters = (0..<count).map { _ in latinSyllables[random.below(latinSyllables.count)] }
      .joined()
    return letters.prefix(1).uppercased() + letters.dropFirst()
  }

  private static let latinSyllables = [
    "ba", "cor", "da", "el", "fin", "gra", "hex", "in", "ju", "ki", "lor", "mi", "nex", "or", "pla",
    "qua", "ri", "sol", "ta", "um", "vi", "wen", "xa", "yo", "zen", "al", "be", "dyn", "fro", "gen",
  ]
  private static let syllables = [
    "云", "星", "海", "智", "光", "元", "启", "深", "明", "联", "思", "博", "华", "宇", "天", "和", "瑞", "图",
    "源", "灵", "科", "众", "维", "新", "创", "达", "景", "安", "立", "恒", "飞", "凌", "远", "极", "晨", "岚",
  ]
  private static let suffixes = ["科技", "智能", "", "", "数据", "机器人", "云", ""]
  private static let sections = [
    "大模型与平台", "产品动态", "开源与工具", "融资与市场", "研究前沿", "政策与安全", "行业应用", "更多动态", "芯片与算力",
  ]
  private static let labels = ["深度解读 & 洞察", "影响", "核心能力", "技术细节", "行业意义", "适用场景"]
  private static let acts = [
    "发布", "开源", "推出", "宣布收购", "完成对", "联合", "上线", "升级", "投资", "起诉", "测试", "停止维护", "预告",
    "回应关于", "将接入", "开放", "训练出", "超越", "适配",
  ]
  private static let particles = ["的", "了", "与", "和", "在", "将", "为", "对"]
  /// Frequent ones first.
  private static let words: [String] =
    """
    模型 数据 用户 技术 能力 公司 训练 推理 成本 产品 开源 平台 市场 团队 研究 算力 应用 性能 服务 企业 智能 支持 提升 发布 行业 开发 工具 视频 图像
    语音 机器 系统 任务 场景 参数 效率 安全 体验 功能 代码 网络 芯片 硬件 软件 内容 生成 理解 搜索 设计 教育 医疗 金融 汽车 手机 电脑 云端 本地 终端
    接口 框架 架构 算法 评测 基准 得分 领先 超越 突破 创新 合作 伙伴 客户 订阅 付费 免费 价格 收入 利润 估值 融资 投资 资本 股价 上市 收购 诉讼 监管
    法案 政策 欧洲 美国 中国 日本 全球 地区 城市 工厂 制造 物流 零售 电商 广告 游戏 影视 音乐 动画 角色 剧本 导演 镜头 画面 清晰 流畅 稳定 延迟 速度
    规模 数量 增长 下降 翻倍 季度 年度 今年 明年 上周 目前 未来 计划 预计 宣布 透露 表示 认为 强调 指出 警告 担忧 质疑 反对 支撑 推动 加速 放缓 扩大
    缩小 优化 改进 升级 迭代 版本 预览 正式 内测 公测 上线 下线 停止 开放 关闭 限制 解除 授权 许可 版权 隐私 合规 风险 漏洞 攻击 防御 检测 识别 追踪
    定位 导航 驾驶 飞行 机械 手臂 关节 传感 触觉 视觉 听觉 情感 记忆 知识 图谱 文档 表格 邮件 日程 会议 办公 协作 流程 自动 执行 规划 反思 验证 纠错
    幻觉 事实 引用 来源 新闻 报道 社区 论文 实验 样本 标注 合成 清洗 过滤 蒸馏 量化 剪枝 压缩 缓存 并行 集群 调度 能耗 电力 散热 机房 光纤 卫星 通信
    基站 频谱 协议 标准 生态 联盟 基金 学院 大学 教授 博士 学生 工程 专家 作者 读者 观众 玩家 司机 医生 患者 律师 法院 政府 议员 部门 机构 组织 个人
    家庭 儿童 老人 青年 女性 男性 员工 高管 总裁 创始 董事 股东 供应 链条 材料 电池 屏幕 相机 耳机 眼镜 手表 音箱 冰箱 家居 门锁 玩具 宠物 农业 能源
    环境 气候 海洋 太空 生物 蛋白 药物 基因 细胞 临床 化学 物理 数学 竞赛 考试 题库 课程 讲解 辅导 翻译 方言 口音 字幕 配音 剪辑 特效 渲染 建模 材质
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}

/// SplitMix64: small, quick, the same everywhere.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// An even draw from 0 up to, not including, `count`.
  mutating func below(_ count: Int) -> Int {
    Int(truncatingIfNeeded: next() >> 33) % max(1, count)
  }
}
