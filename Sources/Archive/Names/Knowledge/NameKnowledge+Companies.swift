extension NameKnowledge {
  /// Companies of the field and those that news of the field speaks of. A service that bears its
  /// company's name stands here too.
  static let companies: StaticString = """
    OpenAI|Open人工智能
    ~Anthropic
    谷歌|^Google
    谷歌 DeepMind|Google DeepMind|DeepMind|谷歌DeepMind
    Google Research|谷歌研究院|谷歌研究
    Google Cloud|谷歌云|GCP
    Google Labs|谷歌实验室
    Google Brain
    Alphabet
    微软|Microsoft|MSFT
    Microsoft Research|微软研究院|微软亚洲研究院|MSRA
    =Meta|=META|Meta Platforms|Meta公司
    Meta FAIR|=FAIR|Meta AI Research
    Meta Superintelligence Labs|=MSL|Meta超级智能实验室|超级智能实验室
    Meta AI
    Facebook|脸书
    Instagram
    Threads?
    Reality Labs
    英伟达|~NVIDIA|輝達
    苹果|=Apple|苹果公司|=APPLE
    亚马逊|^Amazon
    AWS|亚马逊云科技|Amazon Web Services|亚马逊AWS|亚马逊云
    特斯拉|Tesla
    xAI|x.ai
    SpaceX
    Neuralink
    The Boring Company
    甲骨文|Oracle
    IBM|国际商业机器公司
    英特尔|Intel
    AMD|超威半导体
    高通|Qualcomm
    博通|Broadcom
    台积电|TSMC
    联发科|MediaTek
    三星|Samsung|三星电子|Samsung Electronics
    SK海力士|SK hynix|海力士
    SK Telecom|SKT
    =Arm|=ARM|Arm Holdings|安谋
    美光|^Micron|美光科技
    英飞凌|Infineon
    恩智浦|NXP
    德州仪器|Texas Instruments
    ADI半导体|Analog Devices
    迈威尔|Marvell|美满电子
    格芯|GlobalFoundries
    阿斯麦|ASML
    应用材料|Applied Materials
    泛林集团|Lam Research
    新思科技|Synopsys
    楷登电子|^Cadence|铿腾电子
    思科|^Cisco
    戴尔|^Dell|戴尔科技
    惠普|^HP|HPE|慧与
    超微电脑|Supermicro|超微|Super Micro
    联想|Lenovo|联想集团
    西部数据|Western Digital
    希捷|Seagate
    闪迪|SanDisk
    铠侠|Kioxia
    诺基亚|Nokia
    爱立信|Ericsson
    西门子|Siemens
    博世|Bosch
    飞利浦|Philips
    索尼|^Sony
    任天堂|Nintendo
    松下|Panasonic
    东芝|Toshiba
    日立|Hitachi
    富士通|Fujitsu
    日本电气|NEC
    丰田|Toyota|丰田汽车
    本田|^Honda
    日产|Nissan
    现代汽车|Hyundai
    大众汽车|Volkswagen|大众集团
    宝马|BMW
    奔驰|Mercedes-Benz|梅赛德斯-奔驰|梅赛德斯
    奥迪|^Audi
    保时捷|Porsche
    沃尔沃|Volvo
    福特|^Ford|福特汽车
    通用汽车|General Motors
    Stellantis
    Rivian
    Lucid Motors
    法拉第未来|Faraday Future
    软银|SoftBank|软银集团
    日本电信电话|NTT
    KDDI
    Rakuten|乐天
    LINE雅虎|LY Corporation
    Naver
    Kakao
    LG|LG电子|LG AI Research
    Krafton
    Upstage
    塔塔|Tata|塔塔集团
    TCS|塔塔咨询
    信实工业|Reliance|信实|Reliance Jio
    Infosys|印孚瑟斯
    Wipro
    Bharti Airtel|Airtel
    Sarvam AI|Sarvam
    阿里巴巴|阿里|Alibaba|阿里巴巴集团|阿里集团
    阿里云|Alibaba Cloud|Aliyun|阿里云智能
    通义实验室|Tongyi Lab|通义团队
    达摩院|Alibaba DAMO|DAMO Academy
    平头哥|T-Head|平头哥半导体
    蚂蚁集团|^蚂蚁|Ant Group|Ant Financial|蚂蚁金服
    蚂蚁灵波|灵波科技|Robbyant|蚂蚁灵波科技
    蚂蚁百灵|Ant Ling
    inclusionAI
    ?菜鸟|菜鸟集团
    钉钉|DingTalk
    高德|高德地图|Amap
    飞猪|飞猪旅行|Fliggy
    BrowserUse|Browser Use|browser-use
    饿了么
    盒马
    阿里健康
    优酷
    腾讯|Tencent|腾讯公司|鹅厂
    腾讯云|Tencent Cloud
    腾讯AI Lab|Tencent AI Lab
    腾讯健康
    腾讯优图|优图实验室
    腾讯音乐|TME|腾讯音乐娱乐
    阅文集团|阅文
    字节跳动|字节|ByteDance
    火山引擎|Volcano Engine|Volcengine
    ByteDance Seed
    TikTok
    百度|Baidu|百度公司
    百度智能云|Baidu AI Cloud|百度云
    昆仑芯
    萝卜快跑|Apollo Go
    小度科技
    爱奇艺|iQIYI
    京东|JD.com|京东集团|^JD
    京东云
    京东科技
    京东物流
    京东工业
    美团|Meituan
    拼多多|PDD|Pinduoduo
    Temu
    滴滴|滴滴出行|^Didi
    滴滴自动驾驶
    快手|Kuaishou
    小红书|Xiaohongshu|RedNote
    哔哩哔哩|B站|Bilibili
    知乎|Zhihu
    微博|新浪微博|Weibo
    新浪
    网易|NetEase
    网易有道|?有道|Youdao
    网易云音乐
    搜狐
    搜狗
    携程|Trip.com|携程集团
    同程旅行|同程
    去哪儿
    贝壳|贝壳找房
    58同城
    BOSS直聘
    猎聘
    三六零|?360|360集团|360公司|奇虎360
    华为|Huawei|华为公司
    华为云|Huawei Cloud
    华为诺亚方舟实验室|诺亚方舟实验室|Huawei Noah's Ark Lab|华为诺亚
    海思|HiSilicon|华为海思
    鸿蒙智行
    小米|Xiaomi|小米集团
    小米汽车
    荣耀|HONOR
    OPPO
    vivo
    一加|OnePlus
    真我|realme
    传音|传音控股|Transsion
    魅族|Meizu
    星纪魅族
    努比亚|nubia
    中兴|ZTE|中兴通讯
    TCL
    海信|Hisense
    海尔|Haier
    美的|美的集团|Midea
    格力|格力电器
    创维
    康佳
    长虹
    追觅|追觅科技|Dreame
    石头科技|Roborock
    科沃斯|Ecovacs
    ?云鲸
    大疆|DJI
    影石|影石Insta360|Insta360
    绿联
    安克|安克创新|Anker
    雷鸟创新|?雷鸟|RayNeo
    XREAL
    Rokid
    影目科技|INMO
    Even Realities
    亮亮视野
    科大讯飞|讯飞|iFLYTEK|iFlytek
    智谱|智谱AI|智谱华章|智谱清言公司|Zhipu|Zhipu AI|Z.ai|Z.AI|Zhipu.AI
    +MiniMax|稀宇科技|稀宇|稀宇极智
    月之暗面|Moonshot AI|Moonshot|月暗
    阶跃星辰|StepFun|?阶跃|StepFun AI
    百川智能|?百川|Baichuan AI
    零一万物|01.AI|01AI
    +DeepSeek|深度求索|DeepSeek AI|DeepSeek-AI
    幻方量化|?幻方|High-Flyer
    面壁智能|ModelBest|?面壁
    生数科技|?生数|ShengShu|Shengshu Technology|ShengShu Technology
    爱诗科技|AIsphere
    商汤|商汤科技|SenseTime|商汤绝影
    旷视|旷视科技|Megvii
    云从科技|云从|CloudWalk
    依图科技|依图
    第四范式|4Paradigm
    出门问问|Mobvoi
    云知声|Unisound
    思必驰|AISpeech
    昆仑万维|?昆仑|昆仑天工|Kunlun|Kunlun Tech
    天工AI
    Skywork AI
    面壁小钢炮公司
    无问芯穹|Infinigence
    硅基流动|SiliconFlow
    清程极智
    潞晨科技|潞晨|HPC-AI
    聆心智能
    西湖心辰
    深言科技
    心识宇宙
    澜码科技
    中科闻歌
    拓尔思
    竹间智能
    达观数据
    容联云
    蜜度
    秘塔科技|秘塔
    蝴蝶效应|Butterfly Effect
    Monica.im
    光年之外
    波形智能
    循环智能
    衔远科技
    智子引擎
    实在智能
    来也科技
    九章云极
    星环科技
    柏睿数据
    格灵深瞳
    虹软科技
    万兴科技|Wondershare
    美图|美图公司|Meitu
    金山办公
    金山云|Kingsoft Cloud
    金山集团|Kingsoft
    猎豹移动|?猎豹
    用友|用友网络
    金蝶
    浪潮|浪潮信息|Inspur
    中科曙光|?曙光
    新华三|H3C
    紫光|紫光股份|紫光展锐
    寒武纪|Cambricon
    海光信息|海光|Hygon
    摩尔线程|Moore Threads
    沐曦|沐曦股份|MetaX|沐曦集成电路
    壁仞科技|壁仞|Biren
    燧原科技|燧原|Enflame
    天数智芯|天数智芯半导体|Iluvatar CoreX
    瀚博半导体
    登临科技
    景嘉微
    龙芯|龙芯中科|Loongson
    中芯国际|SMIC
    华虹|华虹半导体
    长江存储|YMTC|长存
    长鑫存储|长鑫|CXMT|长鑫科技
    兆易创新|GigaDevice
    澜起科技
    寒序科技
    后摩智能
    墨芯
    地平线|Horizon Robotics|地平线机器人
    黑芝麻智能|黑芝麻
    爱芯元智|Axera
    芯驰科技
    瑞芯微|Rockchip
    全志科技
    乐鑫|Espressif
    恒玄科技
    星宸科技
    此芯科技
    曦智科技|Lightelligence
    奕斯伟
    工业富联|富士康|Foxconn|鸿海|鸿海精密
    立讯精密|立讯
    歌尔|歌尔股份
    比亚迪|BYD
    比亚迪电子
    宁德时代|CATL
    亿纬锂能
    国轩高科
    蔚来|蔚来汽车|NIO
    小鹏|小鹏汽车|XPeng|小鹏汇天|小鹏集团
    理想汽车|?理想|Li Auto
    零跑|零跑汽车|Leapmotor
    哪吒汽车
    极氪|Zeekr
    吉利|吉利汽车|Geely|吉利控股
    长城汽车|魏牌
    奇瑞|奇瑞汽车|Chery
    长安汽车|?长安|阿维塔
    上汽|上汽集团|SAIC|智己汽车|智己
    广汽|广汽集团|广汽埃安
    北汽|北汽集团
    一汽|中国一汽
    东风汽车|岚图
    赛力斯|Seres|问界
    小马智行|Pony.ai|?小马
    文远知行|WeRide
    Momenta
    元戎启行|DeepRoute
    轻舟智航|QCraft
    卓驭科技|卓驭
    毫末智行|毫末
    智行者
    驭势科技|UISEE
    图森未来|TuSimple
    新石器|新石器无人车
    九识智能|九识
    白犀牛
    主线科技
    希迪智驾
    佑驾创新
    禾赛|禾赛科技|Hesai
    速腾聚创|RoboSense|速腾
    图达通|Seyond
    宇树|宇树科技|Unitree|Unitree Robotics
    智元|智元机器人|AgiBot|智元创新|Agibot
    银河通用|银河通用机器人|Galbot|Galaxy General
    星海图
    星动纪元|Robotera|ROBOTERA
    优必选|UBTECH|UBTech|优必选科技
    优奇
    傅利叶智能|傅利叶|Fourier Intelligence
    众擎|众擎机器人|EngineAI
    逐际动力|LimX Dynamics|LimX
    加速进化|Booster Robotics
    松延动力|Noetix
    乐聚|乐聚机器人|乐聚智能|Leju
    开普勒机器人|开普勒人形机器人
    自变量机器人|自变量|X Square Robot
    千寻智能|Spirit AI
    灵心巧手
    穹彻智能|穹彻
    跨维智能
    智平方|AI² Robotics
    星尘智能|Astribot
    它石智航
    帕西尼|帕西尼感知
    因时机器人
    戴盟机器人|戴盟
    云深处|云深处科技|DEEP Robotics|DeepRobotics|Deep Robotics
    蔚蓝科技
    魔法原子|MagicLab
    天工机器人公司
    北京人形|北京人形机器人创新中心|X-Humanoid
    国家地方共建人形机器人创新中心|国地中心
    维他动力|Vita Dynamics
    地瓜机器人|D-Robotics
    普渡机器人|普渡科技|普渡
    擎朗智能|擎朗
    高仙|高仙机器人
    梅卡曼德|Mech-Mind
    非夕科技|非夕|Flexiv
    节卡机器人|节卡
    越疆|越疆科技|越疆机器人|Dobot
    遨博
    埃斯顿
    新松|新松机器人
    汇川技术
    拓普集团
    三花智控|三花
    绿的谐波
    鸣志电器
    中大力德
    极智嘉|Geek+
    海康威视|海康|Hikvision
    大华|大华股份
    海康机器人
    极佳科技|极佳视界
    流形空间
    大晓机器人|大晓
    Sudoku AI
    =VAST
    影眸科技|Deemos
    群核科技|Manycore
    酷家乐
    光线传媒
    华视娱乐
    保利影业
    博纳影业
    万达电影
    中文在线
    掌阅科技|掌阅
    蓝色光标
    昆仑数智
    三七互娱
    米哈游|miHoYo|HoYoverse
    莉莉丝|莉莉丝游戏
    游戏科学|Game Science
    ?完美世界
    巨人网络
    恺英网络
    世纪华通
    心动公司
    盛大|盛大AI|盛大集团|盛大网络
    EverMind
    快看漫画|快看
    名创优品|MINISO
    泡泡玛特|POP MART
    老凤祥
    海底捞
    瑞幸|瑞幸咖啡|luckin
    蜜雪冰城
    顺丰|顺丰控股
    圆通
    中通
    满帮
    货拉拉
    美的库卡
    库卡|KUKA
    发那科|FANUC
    安川|安川电机
    ABB
    施耐德|施耐德电气|Schneider Electric
    霍尼韦尔|Honeywell
    通用电气|GE Vernova|General Electric
    卡特彼勒|Caterpillar
    波音|^Boeing
    空客|Airbus
    中国移动|中移动
    中国电信|TeleAI
    中国联通
    中国电子
    中国电科
    国家电网
    南方电网
    中国石油|中石油
    中国石化|中石化
    工商银行|工行
    建设银行|建行
    招商银行|招行
    ?平安|中国平安|平安科技
    东方财富
    同花顺
    中信证券
    中金公司
    高盛|Goldman Sachs
    摩根士丹利|^大摩|Morgan Stanley
    摩根大通|^小摩|JPMorgan|J.P. Morgan|JPMorgan Chase
    花旗|Citi|Citigroup|花旗集团
    瑞银|UBS
    美银|美国银行|Bank of America
    富国银行|Wells Fargo
    汇丰|HSBC
    渣打
    贝莱德|BlackRock
    黑石|Blackstone
    凯雷
    KKR
    桥水|Bridgewater
    伯克希尔|伯克希尔哈撒韦|Berkshire Hathaway
    红杉|红杉资本|Sequoia|Sequoia Capital|红杉中国
    高瓴|高瓴资本|Hillhouse
    启明创投
    IDG资本
    真格基金
    源码资本
    五源资本
    经纬创投
    蓝驰创投
    金沙江创投
    锦秋基金
    奇绩创坛
    创新工场|Sinovation Ventures
    淡马锡|Temasek
    阿布扎比MGX|MGX
    G42
    沙特PIF|PIF
    HUMAIN|Humain
    Thrive Capital
    a16z|Andreessen Horowitz
    Khosla Ventures
    Founders Fund
    Lightspeed
    Kleiner Perkins
    Benchmark Capital
    General Catalyst
    Greylock
    ICONIQ
    Coatue
    Tiger Global|老虎环球
    Insight Partners
    Accel
    Index Ventures
    NEA
    Y Combinator|YC
    Conviction
    Radical Ventures
    Spark Capital
    Menlo Ventures
    Bessemer|Bessemer Venture Partners
    DST Global
    D1 Capital
    Fidelity|富达
    T. Rowe Price
    Brookfield
    Silver Lake
    Apollo Global
    Chain Capital
    ARK Invest|方舟投资
    麦肯锡|McKinsey
    波士顿咨询|BCG
    贝恩|Bain
    德勤|Deloitte
    普华永道|PwC
    安永
    毕马威|KPMG
    埃森哲|Accenture
    凯捷|Capgemini
    高知特|Cognizant
    Gartner|高德纳
    IDC
    弗雷斯特|Forrester
    Canalys
    Counterpoint|Counterpoint Research
    Omdia
    TrendForce|集邦咨询
    Sensor Tower
    Appfigures
    Similarweb
    QuestMobile
    艾瑞咨询
    Epoch AI|=Epoch
    SemiAnalysis
    Artificial Analysis
    量子位|量子位智库|QbitAI
    机器之心
    新智元
    36氪|36Kr
    虎嗅
    极客公园
    IT之家
    澎湃新闻|澎湃
    界面新闻
    财新
    第一财经
    晚点|晚点LatePost|LatePost
    新华社
    央视|CCTV|央视新闻
    人民日报
    南华早报|SCMP
    华尔街日报|WSJ|Wall Street Journal|The Wall Street Journal
    纽约时报|New York Times|The New York Times|NYT
    华盛顿邮报|Washington Post|The Washington Post
    金融时报|Financial Times|英国金融时报
    经济学人|The Economist
    路透社|^Reuters|路透
    彭博|彭博社|Bloomberg|彭博新闻社
    美联社|Associated Press
    法新社|AFP
    CNBC
    CNN
    BBC|英国广播公司
    卫报|The Guardian
    福布斯|Forbes
    财富杂志|Fortune?
    时代周刊
    The Information
    TechCrunch
    The Verge
    ^Wired|连线杂志
    Axios
    Business Insider|商业内幕
    The Atlantic
    Politico
    404 Media
    VentureBeat
    Ars Technica
    MacRumors
    9to5Mac
    Engadget
    福克斯新闻|Fox News
    日经|日经新闻|日经亚洲|Nikkei
    韩联社
    共同社
    MIT科技评论|MIT Technology Review
    Springer Nature|施普林格
    Elsevier|爱思唯尔
    News Corp|新闻集团
    Axel Springer
    Condé Nast|康泰纳仕
    Getty Images|Getty
    Shutterstock
    环球音乐集团|环球音乐|Universal Music Group|UMG|Universal Music
    华纳音乐|Warner Music|华纳音乐集团|Warner Music Group
    索尼音乐|Sony Music
    协和音乐集团|Concord|协和音乐
    太合音乐
    迪士尼|Disney|华特迪士尼
    华纳兄弟|Warner Bros|Warner Bros.|华纳兄弟探索
    派拉蒙|Paramount
    环球影业|Universal Pictures
    索尼影业
    狮门影业|Lionsgate
    奈飞|Netflix|网飞
    Hulu
    A24
    康卡斯特|Comcast
    Verizon|威瑞森
    AT&T
    T-Mobile
    沃达丰|Vodafone
    Orange?
    西班牙电信|Telefonica
    德国电信|Deutsche Telekom
    SAP|思爱普
    Salesforce|赛富时
    ServiceNow
    Workday
    Adobe
    Autodesk|欧特克
    达索系统|达索|Dassault Systèmes
    Ansys
    PTC
    Snowflake
    Databricks
    MosaicML|Mosaic ML
    Palantir
    Anduril|Anduril Industries
    Shield AI
    Helsing
    Saronic
    C3.ai|C3 AI
    UiPath
    Splunk
    Datadog
    Cloudflare
    Akamai
    Fastly
    Vercel
    Netlify
    Supabase
    MongoDB
    Redis?
    Elastic?
    Confluent
    Neon?
    PlanetScale
    Twilio
    Stripe
    PayPal|贝宝
    Block Inc
    Visa?
    万事达|Mastercard
    Coinbase
    Circle?
    Robinhood
    Klarna
    Revolut
    Ramp?
    Brex
    Plaid?
    Shopify
    eBay
    Etsy
    Instacart
    DoorDash
    Uber|优步
    Lyft
    Grab?
    Airbnb|爱彼迎
    Booking Holdings|Booking.com|缤客
    Expedia
    沃尔玛|Walmart
    塔吉特
    开市客|Costco
    家得宝|Home Depot
    宜家|IKEA
    星巴克|Starbucks
    麦当劳|McDonald's
    可口可乐|Coca-Cola
    百事|PepsiCo
    宝洁|P&G
    联合利华|Unilever
    雀巢
    欧莱雅|L'Oréal
    耐克|^Nike
    Zara
    Spotify
    SoundCloud
    Deezer
    YouTube|油管
    Reddit
    Discord
    Snap?|Snapchat
    Pinterest
    LinkedIn|领英
    Quora
    Tumblr
    Bluesky
    Substack
    Medium?
    Telegram公司
    Zoom|Zoom Communications
    Dropbox
    Box Inc
    Notion
    Figma
    Canva|可画
    Miro
    Airtable
    Asana
    Atlassian
    monday.com
    GitHub
    GitLab
    JetBrains
    HashiCorp
    Docker
    红帽|Red Hat
    Canonical
    SUSE
    VMware
    Nutanix
    Mozilla
    Opera?
    Brave?|Brave Software
    DuckDuckGo
    Proton?
    Kagi
    雅虎|Yahoo
    Yelp
    Yandex
    Sber|Sberbank
    Unity
    Epic Games
    Roblox
    Electronic Arts|EA
    动视暴雪|Activision Blizzard|暴雪
    育碧|Ubisoft
    Valve
    Take-Two
    Niantic
    Rockstar Games
    Supercell
    Duolingo|多邻国
    Coursera
    Udemy
    Khan Academy|可汗学院
    Chegg
    Grammarly
    Superhuman
    Stack Overflow
    IFTTT
    Zapier
    n8n公司
    Make.com
    HubSpot
    Intercom
    Zendesk
    Sierra?|Sierra AI
    Decagon
    Harvey?|Harvey AI
    Legora
    Thomson Reuters|汤森路透
    LexisNexis
    Glean
    Hebbia
    Writer?
    Jasper?|Jasper AI
    Copy.ai
    Typeface
    Synthesia
    HeyGen
    D-ID
    Hedra
    Captions?
    Descript
    CapCut?
    Runway|Runway ML|RunwayML
    Luma AI|^Luma|Luma Labs
    Pika Labs|+^Pika
    +Midjourney
    Stability AI|StabilityAI
    Black Forest Labs|BFL|黑森林实验室
    +Ideogram
    +Recraft
    Leonardo.ai|Leonardo AI
    Krea|Krea AI
    Freepik
    Lightricks
    Moonvalley
    Higgsfield|Higgsfield AI
    Odyssey?
    Decart
    World Labs
    General Intuition
    AMI Labs|Advanced Machine Intelligence
    Thinking Machines Lab|Thinking Machines|Thinking Machines实验室|=TML
    Safe Superintelligence|SSI
    Reflection AI|=Reflection
    Periodic Labs
    Humans&|humans&
    Unconventional AI
    Ricursive Intelligence|Ricursive
    Project Prometheus
    Inception Labs|Inception?
    Liquid AI
    Essential AI
    Adept|Adept AI
    Inflection AI|^Inflection
    Character.AI|Character AI|Character.ai|CharacterAI
    Replika
    Cohere
    Cohere For AI|Cohere Labs
    AI21 Labs|AI21
    Aleph Alpha
    +Mistral AI|+Mistral|MistralAI|Mistral公司
    H Company
    Poolside
    Magic.dev|=Magic
    Imbue
    Contextual AI
    Perplexity|Perplexity AI
    You.com
    Exa?|Exa AI
    Tavily
    Hugging Face|HuggingFace|抱抱脸
    Replicate?
    Together AI|^Together?|TogetherAI|Together Compute
    Fireworks AI|Fireworks?
    Anyscale
    Modal?|Modal Labs
    Baseten
    Lambda?|Lambda Labs
    CoreWeave
    Nebius
    Crusoe
    Nscale
    =Vast.ai
    RunPod
    Hyperbolic?|Hyperbolic Labs
    DeepInfra
    Novita AI|Novita
    OpenRouter
    Groq
    Cerebras|Cerebras Systems
    SambaNova|SambaNova Systems
    Graphcore
    Tenstorrent
    d-Matrix
    Etched
    MatX
    Rain AI
    Lightmatter
    Ayar Labs
    Celestial AI
    Positron AI
    Rebellions?
    FuriosaAI
    Mythic?
    Rapidus
    Preferred Networks|PFN
    Sakana AI|Sakana
    Shisa AI
    rinna
    ELYZA
    CyberAgent
    Scale AI|ScaleAI
    Surge AI
    Mercor
    Turing?
    Labelbox
    Snorkel AI|Snorkel
    Handshake?
    Appen
    Prolific?
    Invisible Technologies
    Weights & Biases|W&B|wandb|WandB
    LangChain|LangChain AI
    LlamaIndex|Llama Index
    CrewAI
    Pinecone
    Weaviate
    Qdrant
    Chroma?
    Zilliz
    Milvus?
    Vectara
    Unstructured?
    Arize|Arize AI
    Comet?
    Galileo?
    Braintrust
    Langfuse
    LMArena|LM Arena|Chatbot Arena|LMSYS|LM-SYS|lmarena
    Nous Research|NousResearch
    Prime Intellect|PrimeIntellect
    EleutherAI
    Allen AI|AI2|Ai2|Allen Institute for AI|AllenAI|艾伦人工智能研究所
    LAION
    BigScience
    Stability
    OpenMined
    METR
    Apollo Research
    Redwood Research
    Goodfire
    Arcee AI|Arcee
    Answer.AI
    Jina AI|Jina
    Nomic AI|Nomic
    Voyage AI
    Mixedbread
    Unsloth|Unsloth AI|UnslothAI
    Axolotl?
    Predibase
    OctoAI
    Lepton AI
    Lightning AI
    Deci AI
    Neural Magic
    Modular?
    tinygrad|tiny corp|tinycorp
    Extropic
    Ollama
    LM Studio
    Jan AI
    Nexa AI
    Argmax
    Cursor|Anysphere
    Windsurf
    Codeium
    Cognition|Cognition AI|Cognition Labs
    Replit
    Lovable
    StackBlitz
    Sourcegraph
    Augment Code
    Factory AI
    Tabnine
    Qodo
    CodeRabbit
    Graphite?
    Warp?
    Zed?|Zed Industries
    Continue.dev
    Sweep AI
    All Hands AI|OpenHands AI
    Cline?
    Kilo Code
    Tembo
    Amp?
    Base44
    Wix
    Squarespace
    Webflow
    GoDaddy
    Bolt?
    ElevenLabs|Eleven Labs|11Labs
    PlayAI|PlayHT|Play.ht
    Cartesia
    AssemblyAI
    Deepgram
    Hume AI|Hume
    +Suno|Suno AI
    +Udio
    Resemble AI
    Kyutai
    Sesame?|Sesame AI
    Speechmatics
    Rime?
    Sanas
    WaveForms
    Gladia
    LiveKit
    Vapi
    Retell AI
    Otter.ai
    Fireflies.ai
    Granola?
    Limitless?
    Humane
    Rabbit?|rabbit inc
    Friend?
    io Products
    LoveFrom
    Boston Dynamics|波士顿动力
    Figure AI|=Figure
    1X Technologies|=1X|1X公司
    Agility Robotics
    Apptronik
    Sanctuary AI
    Physical Intelligence|=PI公司
    Skild AI|Skild
    Covariant
    Dyna Robotics
    Generalist AI
    Field AI
    Mimic Robotics
    Hadrian
    K-Scale Labs|K-Scale
    Sunday Robotics
    Neura Robotics
    Clone Robotics
    Collaborative Robotics
    Zipline
    Skydio
    iRobot
    Waymo
    Cruise?
    Zoox
    Aurora?|Aurora Innovation
    Nuro
    Wayve
    Waabi
    Mobileye
    May Mobility
    Comma.ai|comma.ai
    Applied Intuition
    Nauto
    Joby Aviation|Joby
    Blue Origin|蓝色起源
    Rocket Lab
    Starcloud
    Planet Labs
    Relativity Space
    Commonwealth Fusion Systems|CFS
    Helion|Helion Energy
    TAE Technologies
    Oklo
    Constellation Energy
    NextEra|NextEra Energy
    Vistra
    Talen Energy
    Bloom Energy
    TotalEnergies
    埃克森美孚|ExxonMobil
    雪佛龙|Chevron
    壳牌
    沙特阿美|Aramco|Saudi Aramco
    Intersect|Intersect Power
    Vantage Data Centers|Vantage
    Equinix
    Digital Realty
    Iron Mountain
    Firmus
    Applied Digital
    IREN
    Core Scientific
    Cipher Mining
    Galaxy Digital
    Bitdeer
    MARA Holdings
    MicroStrategy
    Tether
    Binance|币安
    OKX
    World Liberty
    Tools for Humanity
    Worldcoin
    HodlHer
    CrowdStrike
    Palo Alto Networks
    SentinelOne
    Censys
    Fortinet
    Zscaler
    Okta
    Wiz?
    Snyk
    =Check Point
    Darktrace
    Check Point软件
    卡巴斯基|Kaspersky
    Trend Micro|趋势科技
    奇安信
    深信服
    启明星辰
    安恒信息
    Malwarebytes
    1Password
    Irregular?
    XBOW
    HackerOne
    Trail of Bits
    Koi Security
    Lakera
    HiddenLayer
    Isomorphic Labs
    Recursion?|Recursion Pharmaceuticals
    Insilico Medicine|英矽智能
    晶泰科技|晶泰控股|XtalPi
    Xaira|Xaira Therapeutics
    Chai Discovery
    EvolutionaryScale
    Lila Sciences
    FutureHouse
    Edison Scientific
    Arc Institute
    Ginkgo Bioworks
    Moderna
    辉瑞|Pfizer
    诺华|Novartis
    罗氏|Roche
    默沙东|默克|Merck
    强生|Johnson & Johnson
    阿斯利康|AstraZeneca
    赛诺菲|Sanofi
    礼来|Eli Lilly|礼来公司
    诺和诺德|Novo Nordisk
    拜耳|Bayer
    GSK|葛兰素史克
    安进|Amgen
    Illumina
    Tempus AI|Tempus
    Abridge
    Nabla
    Ambience Healthcare
    OpenEvidence
    Hippocratic AI
    Cedars-Sinai
    Mayo Clinic|梅奥诊所
    联影|联影医疗|联影智能
    迈瑞|迈瑞医疗
    推想医疗
    鹰瞳
    医渡科技|医渡云
    微医
    平安好医生
    京东健康
    丁香园
    左手医生
    百图生科|BioMap
    卫宁健康
    傅利叶公司
    脑虎科技
    强脑科技|BrainCo
    阶梯医疗
    Synchron
    Merge Labs
    Paradromics
    Precision Neuroscience
    Science Corp
    Lumentum
    Coherent Corp
    中际旭创
    新易盛
    天孚通信
    光迅科技
    胜宏科技
    沪电股份
    深南电路
    生益科技
    润泽科技
    万国数据|GDS
    世纪互联
    光环新网
    数据港
    网宿科技
    优刻得|UCloud
    七牛云|七牛智能
    青云科技
    并行科技
    首都在线
    润欣科技
    曦诺未来
    奇异摩尔
    趋境科技
    行云集成电路
    中昊芯英
    超聚变|xFusion
    卓世科技
    和利时
    中控技术
    宝信软件
    太初元碁
    凌川科技
    上海AI实验室公司
    自然选择|自然选择公司
    MiroMind
    心影随形
    Genspark
    Flowith
    Lovart
    LiblibAI|哩布哩布|Liblib
    Tripo AI
    Meshy|Meshy AI
    Rodin?
    特看科技
    趣丸科技
    唱鸭
    作业帮
    猿辅导|猿力科技
    学而思|好未来|TAL
    新东方
    高途
    松鼠AI|松鼠Ai
    ?粉笔
    VIPKID
    作业帮教育
    跃然创新|Haivivi
    贝陪科技
    珞博智能
    元萝卜
    Plaud|PLAUD
    出门问问TicNote
    韶音|Shokz
    未来智能
    光帆科技
    万有引力电子
    极米
    当贝
    坚果投影
    大朋
    拓竹|拓竹科技|Bambu Lab
    创想三维|Creality
    Snapmaker|快造科技
    Looki
    OpenEvidence公司
    Instadeep|InstaDeep
    BioNTech
    Nuance
    Motional
    摩托罗拉|Motorola
    谷歌风投|GV
    CapitalG
    NVentures
    M12
    IVP
    Sapphire Ventures
    Lux Capital
    8VC
    Felicis
    Redpoint
    Battery Ventures
    First Round
    South Park Commons
    Nat Friedman基金
    SchedMD
    Run:ai|Run:AI
    OctoML
    Gretel
    CentML
    Lepton
    Deci
    Mellanox
    Enfabrica
    Retro
    Sky
    Logical Intelligence
    Kite?
    Manus AI
    Harmonic?|Harmonic AI
    Axiom Math|Axiom?
    Math Inc
    Principia
    Symbolica
    Sapient Intelligence|Sapient
    Pleias
    LightOn
    Mindgard
    Giskard
    Dust?
    Photoroom
    Nabla AI
    DeepL
    Black Sesame
    Silo AI
    Tsavorite
    Lighton
    SpAItial
    Synthesis AI
    Cognition公司
    Aisera
    Moveworks
    Convergence AI
    Rockset
    Statsig
    Neptune AI|neptune.ai
    Sky公司
    Software Applications Inc
    Roi?
    Alex?
    Context.ai
    Crossing Minds
    Multi?
    Windsurf公司
    LMCache
    Inferact
    RadixArk
    Bun?
    Humanloop
    Astral
    Langbase
    Vellum
    Gumloop
    Lindy?
    Relevance AI
    Dify公司
    Coze公司
    Bland AI
    Ada?
    Cresta
    Observe.AI
    ASAPP
    PolyAI
    Parloa
    Cognigy
    NICE?
    Genesys
    fal.ai|=fal|=FAL|fal
    Poetiq
    Sophont
    MedARC
    肯德基|KFC
    汉堡王|Burger King
    必胜客
    百胜中国|百胜
    雷蛇|Razer
    华硕|ASUS|ROG
    宏碁|Acer
    技嘉
    微星
    群联|群联电子|Phison
    村田|Murata
    东航|东方航空|中国东航
    南航
    国航
    曦望|曦望Sunrise
    原力灵机|Dexmal
    擎天租公司
    千里科技
    质变科技
    镜识科技
    元象|元象科技
    觅蜂科技
    酷哇科技|酷哇
    广发证券
    国泰君安|国泰海通
    华泰证券
    中信建投
    Block
    Bumble
    Tinder|Match Group
    Peloton
    Oculus
    Zoho
    LegalZoom
    GPTZero
    Turnitin
    Evercore
    WiseTech
    DigitalBridge
    Ineffable Intelligence
    Vercept
    Taalas
    Axelera|Axelera AI
    Multiverse Computing
    Mirelo
    Meshcapade
    Rivos
    Koyeb
    Intrinsic
    Positron
    Simile
    Resolve AI
    阿达尼集团|阿达尼|Adani
    Flapping Airplanes
    Intuit
    Thomson
    Epic公司
    Faculty AI
    Razorpay
    CoreStory
    FAL
    Vals AI|ValsAI|Vals
    Deepnote
    Rapid7
    Tailscale
    Fly.io
    Render?
    Railway?
    Heroku
    DigitalOcean
    Linode
    Hetzner
    OVHcloud
    Scaleway
    Oxide
    Framework?
    System76
    Valve公司
    Pika公司
    Hailo
    Sima.ai
    Quadric
    EnCharge AI
    Untether AI
    Lightelligence公司
    Cerence
    SoundHound|SoundHound AI
    BigBear.ai
    Recogni
    Tempus公司
    Truveta
    Viz.ai
    PathAI
    Owkin
    Iambic
    Generate Biomedicines
    Absci
    Cradle?
    Profluent
    Enveda
    Formation Bio
    Noetik
    Basecamp Research
    CuspAI
    Orbital Materials
    Radical AI
    Mistral Compute
    Fluidstack
    TensorWave
    Voltage Park
    SF Compute
    Parasail
    GMI Cloud
    Hot Aisle
    Akash
    io.net
    Bittensor
    Gensyn
    Sentient?|Sentient AGI
    Story Protocol
    Fetch.ai
    Ritual?
    Sahara AI
    Nillion
    Near AI|NEAR AI
    Reka AI
    Adaption Labs
    Applied Compute
    Mechanize
    Fable?
    Fal
    Freed?
    Suki
    Heidi Health
    Tennr
    Hippocratic
    Rad AI
    Speak?
    Synthflow
    Kore.ai
    Writer AI
    Rewind AI
    Gorgias
    Kustomer
    Ema?
    11x
    Clay?
    Apollo.io
    Gong?
    Attio
    Artisan?
    Rox?
    Listen Labs
    Profound?
    Peec AI
    Eve?
    EvenUp
    Norm AI
    Hadrius
    Crosby
    Spellbook
    Ironclad
    DocuSign|Docusign
    Rippling
    Deel
    Gusto
    Navan
    Mercury公司
    Carta
    Plaid公司
    Chime
    SoFi
    Affirm
    Wealthfront
    Betterment
    Monzo
    Nubank
    Wise?
    Adyen
    Worldpay
    Marqeta
    Five9
    Verint
    """
}
