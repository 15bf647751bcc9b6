/// What news of this field is about, by the words that tell it: one story says `裁员`, another one
/// `失业`, and they are related though they share no word. And who is behind it: `Gemini` is
/// Google's.
enum StoryTopics {
  /// As if so many stories had been read before the archive's first.
  static let storyCount: Float = 300

  /// Which topics a term tells, by its hash: their numbers plus one, a byte each; 0 for none.
  @inline(__always)
  static func numbers(of term: UInt32) -> UInt32 {
    table.mayHold(term) ? table.numbers[UInt64(term) << 1] ?? 0 : 0
  }

  /// Calls `body` with each number of those.
  @inline(__always)
  static func forEach(in numbers: UInt32, _ body: (_ topic: Int) -> Void) {
    var rest = numbers
    while rest != 0 {
      body(Int(rest & 0xFF) - 1)
      rest >>= 8
    }
  }

  /// How many there are: first what stories are about, then the makers.
  static var count: Int { table.shares.count }

  /// The share of stories that have the topic. From 0 to 1.
  static func share(of topic: Int) -> Float { table.shares[topic] }

  /// Whether the topic is who made something, not what it is about.
  static func isMaker(_ topic: Int) -> Bool { topic >= table.firstMaker }

  /// The longest of the topic's words that ends at `end`, in UTF-8; where it begins.
  static func start(of topic: Int, endingAt end: Int, in text: [UInt8]) -> Int? {
    var start: Int?
    for word in table.words[topic]
    where word.count <= end && text[end - word.count..<end].elementsEqual(word) {
      start = min(start ?? end, end - word.count)
    }
    return start
  }

  private static let table = Table()

  private struct Table: Sendable {
    var numbers = HashIndex(minimumCapacity: 2048)
    private var filter = [UInt64](repeating: 0, count: 1024)
    var shares: [Float] = []
    /// By topic; those written in Chinese characters.
    var words: [[[UInt8]]] = []
    var firstMaker = 0

    init() {
      add(topics)
      firstMaker = shares.count
      add(makers)
    }

    /// No more can be told apart in a byte.
    private static let limit = 254

    private mutating func add(_ tiers: [(Float, String)]) {
      for (share, rows) in tiers {
        for row in rows.split(separator: "\n") where shares.count < Self.limit {
          words.append([])
          for word in row.split(separator: " ") { add(Array(word.utf8)) }
          shares.append(share)
        }
      }
    }

    /// A word of more than two characters is known by its last three.
    private mutating func add(_ word: [UInt8]) {
      var term: UInt32?
      StoryTerms.forEach(in: word.span) { hash, kind, start, end in
        if end == word.count, kind != .wordPair { term = hash }
        return true
      }
      guard let term else { return }
      if word[0] >= 0x80 { words[shares.count].append(word) }
      let known = numbers[UInt64(term) << 1] ?? 0
      guard known >> 24 == 0 else { return }
      numbers.set(UInt64(term) << 1, known << 8 | UInt32(shares.count + 1))
      filter[Int(term >> 6) & 1023] |= 1 << UInt64(term & 63)
    }

    @inline(__always)
    func mayHold(_ term: UInt32) -> Bool {
      filter[Int(term >> 6) & 1023] >> UInt64(term & 63) & 1 == 1
    }
  }

  /// A line is a topic.
  private static let topics: [(Float, String)] = [
    (
      0.1,
      """
      机器人 人形 具身 灵巧手 四足 机械臂 机械狗 robot humanoid robotic robotics optimus embodied
      编程 代码 程序员 写代码 代码库 重构 终端 命令行 拉取 ide cursor codex copilot coding coder windsurf trae cli \
        developer programming vibe
      智能体 工作流 编排 多代理 agent agentic mcp langchain workflow
      """
    ),
    (
      0.05,
      """
      融资 估值 领投 注资 募资 独角兽 投后 funding valuation
      芯片 显卡 晶圆 制程 台积电 半导体 光刻 昇腾 寒武纪 gpu tpu npu chip blackwell rubin semiconductor 加速卡
      云服务 云计算 算力 超算 集群 云端 服务器 compute cluster aws azure
      图像 生图 文生图 绘画 修图 照片 图文 海报 插画 image midjourney flux banana photo photoshop
      视频 文生视频 图生视频 短片 镜头 运镜 动作控制 video sora veo kling runway 可灵 即梦 seedance pika
      语音 音频 配音 声音 声纹 朗读 播客 tts asr voice speech audio podcast elevenlab whisper
      记忆 上下文 长文本 遗忘
      强化学习 后训练 预训练 微调 蒸馏 训练数据 奖励 对齐 rl grpo finetune distill distillation pretraining lora
      量化 吞吐 延迟 稀疏 缓存 推理速度 算子 kv cuda kernel vllm quantization throughput latency
      注意力 架构 混合专家 扩散 残差 transformer moe mamba attention diffusion
      端侧 小模型 本地 离线 边缘 嵌入式 树莓派 iphone ollama local
      榜单 排行 登顶 榜首 夺冠 盲测 竞技场 全球第 lmarena arena leaderboard
      基准 评测 跑分 得分 测试集 benchmark swe eval evaluation
      设计 设计师 前端 网页 建站 原型 figma design frontend website
      """
    ),
    (
      0.02,
      """
      裁员 就业 失业 岗位 白领 求职 招聘 职场 取代 劳动力 打工 饭碗 薪资 layoff job hiring workforce employment \
        unemployment
      自动驾驶 无人驾驶 智驾 无人车 出租车 网约车 车企 robotaxi waymo fsd 智能驾驶 座舱 车载 自驾 驾驶员 carplay
      医疗 医生 患者 诊断 医院 健康 疾病 癌症 临床 病理 medical health doctor patient
      教育 学校 高校 教师 老师 学生 课程 考试 中小学 毕业 教学 学习者 大学生 education student teacher course
      版权 侵权 起诉 诉讼 指控 法院 法庭 律师 和解 判决 索赔 商标 copyright lawsuit sue court trademark
      监管 法案 立法 法规 合规 禁令 条例 欧盟 反垄断 垄断 法律 处罚 罚款 regulation regulator antitrust legislation
      漏洞 黑客 攻击 越狱 注入 渗透 恶意 网络安全 审计 防御 后门 病毒 vulnerability jailbreak injection hacker exploit \
        pentest malware
      上市 股价 市值 招股 港股 港交所 科创板 股票 ipo stock
      财报 营收 收入 利润 盈利 亏损 净利 季度 arr revenue earnings profit
      内存 存储芯片 显存 涨价 闪存 ssd hbm dram 存储器
      数据中心 电力 能源 机房 冷却 核电 电网 液冷 发电 耗电 用电 datacenter gigawatt stargate
      世界模型 三维 虚拟世界 空间智能 点云 物理世界 重建 仿真 genie world 3d gaussian
      操控 桌面 界面 点击 屏幕 网页操作 gui rpa operator manus
      浏览器 插件 扩展程序 browser atlas comet chrome
      搜索 检索 搜索引擎 search perplexity
      知识库 检索增强 知识图谱 向量 rag embedding retrieval notebooklm graphrag
      文档 解析 表格 排版 pdf ocr markdown document parsing
      办公 幻灯片 会议 邮件 笔记 日程 ppt excel office word slide email notion wps
      数学 证明 奥数 定理 猜想 math imo theorem erdo proof
      失控 伦理 安全评估 可解释 监控 人类控 红队 灾难 欺骗 safety alignment interpretability
      伪造 造假 换脸 诈骗 虚假 冒充 谣言 肖像 deepfake fake scam
      水印 下架 整治 低俗 违规 标识 内容审核 色情 脱衣 裸照 有害 moderation watermark
      陪伴 情感 伴侣 角色扮演 虚拟角色 恋爱 人格 拟人 companion character personality
      电商 购物 外卖 下单 支付 商品 打车 酒店 机票 零售 带货 淘宝 购买 导购 shopping checkout commerce retail booking
      广告 营销 投放 品牌 赞助 ads advertising marketing
      眼镜 穿戴 头显 手环 戒指 耳机 吊坠 glass wearable ar xr vr headset
      手机 系统级 智能手机 折叠屏 phone smartphone siri android ios
      家电 冰箱 电视 笔记本 玩具 音箱 电脑 路由 硬件产品 pc laptop
      游戏 玩家 关卡 剧本杀 game gaming npc steam unity
      演员 好莱坞 影视 迪士尼 编剧 剧本 导演 电影 票房 hollywood disney film movie actor
      春晚 红包 春节 新春 除夕
      下载 日活 月活 用户数 免费榜 用户量 download traffic dau
      定价 降价 收费 订阅 涨价 套餐 补贴 price pricing
      物理 材料 化学 气象 天气 量子 天文 science physics quantum weather
      提示词 模板 提示工程 prompt prompting
      工厂 产线 工业 量产 生产线 物流 仓储 矿山 factory manufacturing
      地图 导航 旅行 旅游 高德 出行 map travel
      故障 宕机 中断 崩溃 事故 误删 回归 性能退化 降智 bug outage
      写作 博客 文案 作家 新闻 记者 writing writer news journalist
      微信 小程序 群聊 whatsapp telegram slack discord facebook instagram
      技能 技能包 skill
      """
    ),
    (
      0.01,
      """
      隐私 泄露 数据安全 窃取 privacy leak
      收购 并购 买下 acquire acquisition merger
      离职 加盟 跳槽 挖角 任命 卸任 辞职 出走 前员工 人才战 入职 掌舵 resign
      音乐 歌曲 作曲 歌手 唱片 音轨 乐坛 suno udio music song
      幻觉 事实核查 误导 胡说 错误率 hallucination
      青少年 未成年 儿童 孩子 家长 自杀 teen child children suicide
      数字人 虚拟人 口型 对口型 直播 主播 表情 avatar
      漫画 动漫 短剧 漫剧 互动剧 小说 故事 网文 comic anime novel story
      出口 制裁 关税 管制 国产替代 禁售 限制 export sanction tariff
      银行 保险 交易 理财 证券 炒股 trading bank finance
      翻译 同传 多语种 语种 translate translation
      奇点 超级智能 预言 泡沫 agi asi superintelligence bubble
      clawdbot moltbot openclaw moltbook 龙虾
      版权 盗版 侵权 正版 authors copyright piracy
      """
    ),
    (
      0.004,
      """
      家务 管家 扫地机 宠物
      药物 制药 新药 分子 蛋白 靶点 基因 细胞 drug protein alphafold gene molecule biology
      零代码 低代码 可视化 拖拽 画布 搭建 无代码 nocode lowcode coze dify n8n
      国防 军方 军事 五角大楼 战争 士兵 武器 pentagon military defense war
      白宫 特朗普 总统 部长 国会 议员 首相 行政令 government trump congress senate
      卫星 太空 航天 火箭 轨道 月球 spacex starlink satellite orbit
      数字货币 稳定币 加密 比特币 区块链 crypto bitcoin stablecoin
      农业 种植 养殖 气候
      政务 地铁 交通 公安 警察 消防 police
      老人 养老 视障 残障 无障碍 accessibility
      服装 时尚 穿搭 试衣 美妆 fashion
      体育 足球 奥运 比赛 世界杯 冠军 sport
      """
    ),
  ]

  /// A line is a maker with what it makes.
  private static let makers: [(Float, String)] = [
    (
      0.1,
      """
      谷歌 google deepmind gemini veo gemma notebooklm antigravity genie imagen banana alphabet \
        waymo pichai hassabis 哈萨比斯 皮查伊
      openai chatgpt gpt sora codex altman 奥特曼 奥尔特曼 阿尔特曼 dall
      """
    ),
    (
      0.05,
      """
      anthropic claude opus sonnet haiku amodei 阿莫迪
      微软 microsoft copilot azure github 纳德拉 nadella bing phi
      英伟达 nvidia cuda blackwell rubin nemotron 黄仁勋 老黄
      字节 豆包 即梦 seedance seedream 火山 抖音 tiktok coze 扣子 trae 飞书 bytedance doubao
      阿里 千问 通义 qwen 夸克 淘宝 高德 支付宝 蚂蚁 灵光 钉钉 wan alibaba 万相
      """
    ),
    (
      0.02,
      """
      meta llama 扎克伯格 zuckerberg facebook instagram whatsapp avocado
      苹果 apple siri iphone 库克 ios macos
      特斯拉 tesla fsd optimus robotaxi 马斯克 musk xai grok spacex 推特
      腾讯 混元 元宝 微信 hunyuan tencent ima
      智谱 glm chatglm zhipu autoglm 唐杰
      deepseek 深度求索 梁文锋
      minimax 海螺 稀宇 hailuo
      """
    ),
    (
      0.01,
      """
      亚马逊 amazon aws bedrock alexa nova trainium
      百度 文心 ernie 萝卜快跑 baidu 飞桨
      快手 可灵 kling kuaishou
      月之暗面 kimi moonshot 杨植麟
      华为 盘古 昇腾 鸿蒙 huawei 任正非
      """
    ),
    (
      0.004,
      """
      阶跃 stepfun step
      小米 mimo xiaomi 雷军
      mistral lechat devstral magistral
      perplexity comet
      三星 samsung exynos galaxy
      宇树 unitree 王兴兴
      科大讯飞 讯飞 星火
      商汤 sensenova sensetime
      百川 王小川
      京东 言犀 joyai
      美团 longcat 龙猫
      零一万物 李开复
      稚晖君 智元 灵犀
      figure
      """
    ),
  ]
}
