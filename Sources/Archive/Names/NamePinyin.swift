/// How the characters of names are read, without tones, so that `zhipu` and `zp` find 智谱.
enum NamePinyin {
  /// The keys a Chinese name can be typed by: its syllables in full, and their first letters. Empty
  /// where a character is not in the table. ASCII stays as it is.
  static func keys(of spelling: [UInt8]) -> [[UInt8]] {
    guard spelling.contains(where: { $0 >= 0x80 }) else { return [] }
    var full: [UInt8] = []
    var initials: [UInt8] = []
    var hasChinese = false
    var i = 0
    while i < spelling.count {
      let byte = spelling[i]
      if byte < 0x80 {
        if NameKey.isAlphanumeric(byte) || byte == UInt8(ascii: ".") {
          full.append(NameKey.lowercase(byte))
          initials.append(NameKey.lowercase(byte))
        }
        i += 1
        continue
      }
      guard byte >= 0xE3, byte < 0xEE, i + 2 < spelling.count,
        let place = readings.places[code(spelling, i)].map({ Int($0) })
      else { return [] }
      hasChinese = true
      initials.append(readings.table[place])
      var j = place
      while j < readings.table.count, NameKey.isLower(readings.table[j]) {
        full.append(readings.table[j])
        j += 1
      }
      i += 3
    }
    guard hasChinese else { return [] }
    return initials.count >= 2 ? [full, initials] : [full]
  }

  /// The bytes of the character at `i`, as a key of `readings`.
  private static func code(_ bytes: [UInt8], _ i: Int) -> UInt64 {
    UInt64(bytes[i]) << 17 | UInt64(bytes[i + 1]) << 9 | UInt64(bytes[i + 2]) << 1
  }

  /// Where in the table a character's syllable begins.
  private static let readings: (table: [UInt8], places: HashIndex) = {
    let bytes = table.withUTF8Buffer { unsafe Array($0) }
    var places = HashIndex(minimumCapacity: 1024)
    var syllable = 0
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        if i > 0, NameKey.isLower(bytes[i]), !NameKey.isLower(bytes[i - 1]) { syllable = i }
        i += 1
      } else {
        if i + 2 < bytes.count { places.set(code(bytes, i), UInt32(syllable)) }
        i += 3
      }
    }
    return (bytes, places)
  }()

  /// Each syllable before its characters: those of the names of companies, models and products.
  private static let table: StaticString = """
    a阿 ai爱艾 an安岸鞍 ao奥澳傲 ba巴八霸 bai百白柏 ban班版半 bang邦帮棒 bao宝保报豹包 bei北贝倍 ben本奔
    bi比碧壁币必笔 bian边变编 biao标彪 bin滨宾彬 bing冰兵 bo博波勃播 bu布步部 cai财彩菜材 can灿 cang仓苍
    cao曹草 ce测策 cha查茶 chai拆 chang长昌畅常唱厂 chao超潮朝 che车彻 chen晨辰陈臣 cheng成城程诚乘
    chi驰池赤 chong冲虫 chu出初楚储础 chuan川传船 chuang创 chun春纯 ci次此慈 cong从聪 cun村存 da大达
    dai戴代 dan丹单蛋 dang当 dao道岛导 de德得 deng登邓灯 di地第迪帝底 dian点电店典滇 diao雕 ding丁鼎钉顶定
    dong东动冬 dou豆抖斗 du度独杜读 duan端段 dui对 dun盾顿 duo多朵 e鹅 en恩 er二尔耳 fa法发 fan帆凡番繁饭
    fang方芳访坊放 fei飞菲非 fen芬分 feng峰风丰锋凤蜂 fo佛 fu福富复付夫扶孚服傅 gan甘感 gang钢港岗 gao高
    ge格歌哥戈革 gen根 geng更 gong工公功 gou购狗 gu古谷股固 gua瓜 guan关官冠 guang光广 gui硅贵归 guo国果
    ha哈 hai海嗨 han汉韩涵 hang航杭 hao号好浩 he河和合荷禾核 hei黑 heng恒横衡 hong红洪宏虹鸿轰 hou后厚
    hu虎湖护互狐沪胡 hua华花画化 huai怀 huan环幻欢寰 huang黄皇 hui汇慧辉会惠 hun混 huo火活货 ji机基极吉集积技纪记即技剂
    jia家佳加嘉甲 jian健剑建剪见鉴 jiang江将 jiao交教角焦 jie杰界捷节 jin金津锦今近进 jing京晶精景竞净 jiu九久
    ju巨聚剧局 jue觉 jun军君 ka卡咖 kai开凯 kan看 kang康 kao考 ke科可克客壳 kong空孔 kou扣口 ku库酷 kua夸跨
    kuai快 kuan宽 kuang旷矿 kui葵 kun昆坤 kuo阔 la拉 lai来 lan蓝兰览 lang浪朗狼 lao老 le乐 lei雷 leng冷
    li力利理立丽李历里励 lian联链连莲 liang量亮良 lie猎 lin林邻临 ling零灵领凌岭 liu流六柳 long龙隆
    lou楼 lu鹿路陆录 lun轮 luo罗洛落螺 lv旅绿 ma马蚂麻码 mai麦迈 man满曼漫 mang芒 mao猫毛贸茂 mei美媒梅魅
    men门 meng梦盟蒙 mi米觅秘密 mian面棉 miao秒苗妙 min民敏 ming明名铭 mo摩魔墨莫默模 mu木牧目沐母 na纳那娜
    nan南楠 nao脑闹 ni尼你 niao鸟 ning宁 niu牛 nong农 nuo诺 o哦 ou欧 pai拍派 pan盘潘 pang庞 pao跑 pei配
    peng鹏朋 pi皮 pian片 pin品拼 ping平苹 po坡 pu谱普浦 qi奇启七企汽起旗骑 qian千前 qiang强 qiao桥巧 qin秦
    qing清轻青 qiu秋 qu趣曲去 quan全 que雀 qun群 ran燃 rao绕 ren人仁任 ri日 rong荣容融 ru如 ruan软 rui瑞锐睿
    run润 ruo若 sai赛 san三 sang桑 se色 sen森 sha沙 shan山闪善 shang商上 shao少 she社 shen深神申 sheng生盛声胜圣
    shi石世实时视识始食势拾师事 shou手首寿 shu数书树曙 shuang双 shui水 shun顺 shuo说 si思司四丝 song松 sou搜
    su速苏诉 suan算 sui岁随 sun孙 suo索 ta塔它 tai台太泰 tan探弹 tang汤堂唐 tao淘桃陶涛 te特 teng腾 ti体
    tian天田 tiao跳 tie铁 ting听 tong通同童 tou投头 tu图途土 tuan团 tui推 tuo拓托 wa瓦 wai外 wan万玩湾 wang网王旺
    wei微为伟位威唯维卫未蔚魏 wen文问稳 weng翁 wo我沃 wu无物五武务悟吴 xi西希息溪曦熙喜 xia夏下 xian先闲现鲜
    xiang象向享想祥像翔 xiao小晓校笑 xie写协谢携 xin新心芯信鑫馨欣 xing星行兴形 xiong雄熊 xiu秀 xu虚序旭徐 xuan炫选
    xue学雪 xun讯寻巡 ya雅亚鸭 yan研言岩演颜燕严 yang阳洋杨 yao药遥要妖 ye业野叶 yi一易医艺亿意依宜奕移 yin音银印引
    ying影英鹰盈应硬 yong永用勇 you优有游友佑悠 yu宇语域鱼玉渝羽于预誉 yuan元源远园原院愿 yue月越跃悦阅 yun云韵运
    zai在再 zan赞 zang藏 zao造早 ze泽 zeng增 zhai斋 zhan展站战 zhang掌章张 zhao兆招照 zhe哲者 zhen真珍震
    zheng正证征 zhi智志之知支直纸指制质 zhong中众钟重 zhou周洲舟 zhu猪主竹筑助珠 zhua爪 zhuan专转 zhuang装 zhui追
    zhun准 zhuo卓 zi字自子紫资 zong综纵 zou走 zu组 zuan钻 zui最 zun尊 zuo作左座
    """
}
