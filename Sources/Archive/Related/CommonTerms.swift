/// How often generic words occur in news of this field.
///
/// A small archive cannot tell `发布` from a rare word; the shares below, counted over some
/// thousand stories, tell it. A large archive outvotes them.
enum CommonTerms {
  /// As if so many stories had been read before the archive's first.
  static let storyCount: Float = 200

  /// The share of stories that hold a term, by the term's hash.
  static func share(of term: UInt32) -> Float? {
    shares[UInt64(term) << 1].map { Float(bitPattern: $0) }
  }

  private static let shares: HashIndex = {
    var shares = HashIndex(minimumCapacity: 2048)
    for (text, share) in hanPairs {
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count - 5, by: 6) {
        if let hash = StoryTerms.hash(ofPair: bytes.span, at: start) {
          shares.set(UInt64(hash) << 1, share.bitPattern)
        }
      }
    }
    for (text, share) in words {
      for word in text.utf8.split(separator: UInt8(ascii: " ")) {
        shares.set(UInt64(StoryTerms.hash(ofWord: Array(word))) << 1, share.bitPattern)
      }
    }
    return shares
  }()

  /// Pairs of Chinese characters, written without separators.
  private static let hanPairs: [(String, Float)] = [
    (
      """
      模型深度解读度解洞察发布用户技术通过智能生成能力工具支持开源数据一个核心开发提供提升推出\
      公司可能系统推理实现应用使用平台美元大模功能机器训练代码场景任务成为全球器人
      """, 0.12
    ),
    (
      """
      领域工作问题服务安全规模成本完成测试内容企业视频这是行业直接研究自动亿美突破未来进行市场\
      产品发者复杂模式降低能体架构性能语言解决编程传统基础影响设计关键工程是一处理生态项目宣布\
      商业理解正在竞争了一上线优化重要团队同时需要人类算力模态计划参数基于构建上下学习多模以及\
      下文用于正式意味味着效率图像信息通用交互框架可以投资加速采用强调风险速度标志执行旨在升级\
      需求助手快速价值中国作为基准示了中的人工方案显示表现集成环境部署实时科技世界门槛视觉
      """, 0.055
    ),
    (
      """
      获得控制反映型的大幅质量目标策略而非而是对话体验计算包括运行操作志着文本超过开放显著合作\
      语音作流软件转向融资首个验证阶段讨论机制创作创新芯片第一免费域的认为这一标准知识超越不仅\
      生产持续利用方面战略报告美国提示发现设施数字进入指出表示估值这种出了分析推动时间社区更多\
      关注展示中心调用的核实验首次落地时代硬件当前真实布了这些专业础设预计的新评估挑战提出动态\
      分享个人相关驱动增长原生资源大规本地不是成功针对引发空间达到输出选择长期聊天自主关于准测\
      高效流程所有现了业化版本更新管理具身上的开始内部部分的工说明实际保持新的行为人形编辑准确\
      用的整合一代识别文件自己逻辑方式面临工智结果的一存在扩展物理预测国产结构成的角色系列型在\
      一次一步完整消费导致路径即可能够程师化的收入的开图片一种编码网络一致自然发展联合资本搜索\
      形机不再不同指令游戏无需个月价格真正注意依赖拥有明确具备有望的重定位的技在于的实动作其他\
      大的引入专家替代多个代理参与映了供了产业身智混合出现输入调整巨头甚至小时的是现实的关最大\
      国内稳定设备引擎水平业务建立监管强大官方据中感知主流万亿定义目前记忆现在强化研发建议优势\
      科学斯克方法结合他们动的是否延迟下一力的升了马斯论文推文形成根据证明要求医疗覆盖新增的高\
      大学
      """, 0.028
    ),
    (
      """
      这个国家公开同步限制窗口类似揭示风格互动频生的模动化检索客户全新该模概念评论案例教育迭代\
      手机协作广告减少投入技能赛道新一全面示词球首亿元视为什么最高协议情况帮助思考供应独立转变\
      成式作者言模实用增强访问打造调了分钟简单启动规划信号如何特定之一范式具有链接一样增加没有\
      压力完全事件制造例如带来其在音频无法体系试中声称探索经济更高第三决策之间主要面向可靠浏览\
      表明行动定价如果响应因为性的户可文档融合接入致性算法著提细节将其接近下降缺乏合规订阅内存\
      预期描述建设网页方向已在后续员工文章隐私负责压缩付费一位一些趋势资金大量能的资者源模仅是\
      包含模块一键性和轮融大型重点人员我们巨大了其另一参考正从驾驶精准媒体的能转型统一高达理能\
      重大协同程序来的回答必须务器能在的数权重普通此举高质进一幅降竞赛定性百万布局专为对比面的\
      差异低了政策过程元的将成潜在节跳跳动此前现有辅助数学验室汽车广泛了对已经的可的人法律的生\
      允许重新极大的情的内决了取得成模适配意义亿参文字社交的全成员享了动力有效激活人的的问业级\
      作的厂商型能演示虚拟瓶颈蚂蚁创意旗下然语其中万美对于统的最新改进循环问答观点生活的最过去\
      继续而不转化化为透明意力界面支付的成到了第二制作热度微调览器天机自研一款数量工业修复下的\
      进展帖子主动就能总结清晰要的自由特别务的业的活跃的发错误确率动驾产生前沿专注周期年内记录\
      任何人才在多应对承诺办公国际整个演进订单收购高度领先争议斯拉特斯来自背景状态豆包存储相比\
      保护警告为一运动规则机构代的就像调查指标优先消耗是在对手推荐流量名为集团暗示累计顶尖吞吐\
      为全元融初创纪录下载难题发的化学只需反馈可控解释背后健康变化重塑登顶授权的创评测体现改变\
      度提务中并行马逊亚马上市端侧并在
      """, 0.015
    ),
  ]

  private static let words: [(String, Float)] = [
    ("the of and to in for is with on that as by are it an from", 0.6),
    ("be at this has have its was can or which more new using about their will", 0.2),
    ("ai model agent token", 0.2),
    (
      """
      data code llm open source not but also users how what all they been use used via into \
      performance release support features openai
      """, 0.08
    ),
    (
      """
      api pro github gpu app claude gemini gpt chatgpt star stars code ceo llms bench flash moe \
      prompt mini plus image video training research inference language tool community discord \
      anthropic reasoning user context
      """, 0.04
    ),
  ]
}
