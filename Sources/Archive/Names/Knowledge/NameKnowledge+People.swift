extension NameKnowledge {
  static let people: StaticString = """
    奥尔特曼|萨姆·奥尔特曼|山姆·奥尔特曼|阿尔特曼|奥特曼|山姆·阿尔特曼|Sam Altman|Altman|萨姆·阿尔特曼|山姆·奥特曼|萨姆·奥特曼
    马斯克|埃隆·马斯克|伊隆·马斯克|Elon Musk|Musk
    扎克伯格|马克·扎克伯格|小扎|Mark Zuckerberg|Zuckerberg
    黄仁勋|老黄|Jensen Huang|Jensen
    皮查伊|桑达尔·皮查伊|劈柴|Sundar Pichai|Pichai
    纳德拉|萨蒂亚·纳德拉|Satya Nadella|Nadella
    库克|蒂姆·库克|Tim Cook
    贝索斯|杰夫·贝索斯|Jeff Bezos|Bezos
    比尔·盖茨|盖茨|Bill Gates
    乔布斯|史蒂夫·乔布斯|Steve Jobs
    哈萨比斯|德米斯·哈萨比斯|戴密斯·哈萨比斯|Demis Hassabis|Hassabis
    阿莫迪|达里奥·阿莫迪|Dario Amodei|Amodei|达里奥·阿莫代|阿莫代
    丹妮拉·阿莫迪|Daniela Amodei
    杨立昆|Yann LeCun|LeCun|Lecun
    辛顿|杰弗里·辛顿|Geoffrey Hinton|Hinton|Geoff Hinton
    本吉奥|约书亚·本吉奥|Yoshua Bengio|Bengio
    吴恩达|Andrew Ng
    李飞飞|Fei-Fei Li
    伊利亚·苏茨克维|苏茨克维|Ilya Sutskever|Sutskever|Ilya|伊尔亚
    卡帕西|安德烈·卡帕西|Andrej Karpathy|Karpathy|卡尔帕西
    米拉·穆拉蒂|穆拉蒂|Mira Murati|Murati
    布罗克曼|格雷格·布罗克曼|Greg Brockman|Brockman
    约翰·舒尔曼|John Schulman|Schulman
    雅各布·帕乔基|Jakub Pachocki
    Mark Chen|陈信翰
    Kevin Weil|凯文·威尔
    菲吉·西莫|Fidji Simo|西莫
    Sarah Friar|莎拉·弗莱尔
    Brad Lightcap
    Noam Brown
    Noam Shazeer
    Lilian Weng|翁荔
    Barret Zoph
    Luke Metz
    Alec Radford
    姚顺雨|Shunyu Yao
    Jason Wei
    Hyung Won Chung
    赵晟佳|Shengjia Zhao
    余家辉|Jiahui Yu
    毕树超
    庞若鸣|Ruoming Pang
    汪滔
    亚历山大·王|汪韬|Alexandr Wang|Alex Wang
    Nat Friedman
    Daniel Gross
    杰夫·迪恩|Jeff Dean
    谢尔盖·布林|布林|Sergey Brin
    拉里·佩奇|Larry Page
    Logan Kilpatrick
    Josh Woodward
    Koray Kavukcuoglu
    Oriol Vinyals
    约翰·江珀|John Jumper
    穆斯塔法·苏莱曼|苏莱曼|Mustafa Suleyman|Suleyman
    Kevin Scott
    乔尼·艾维|艾维|Jony Ive
    Craig Federighi|费德里吉
    John Giannandrea|詹南德雷亚
    约翰·特努斯|特努斯
    安迪·贾西|贾西|Andy Jassy
    罗希特·普拉萨德|Rohit Prasad
    彼得·德桑提斯|Peter DeSantis
    David Luan
    苏姿丰|Lisa Su
    陈立武|Lip-Bu Tan
    帕特·基辛格|基辛格|Pat Gelsinger
    孙正义|Masayoshi Son
    拉里·埃里森|埃里森|Larry Ellison
    马克·贝尼奥夫|贝尼奥夫|Marc Benioff
    马克·安德森|Marc Andreessen
    彼得·蒂尔|Peter Thiel
    Paul Graham
    Garry Tan
    Reid Hoffman|里德·霍夫曼
    Vinod Khosla
    埃里克·施密特|施密特|Eric Schmidt
    Alex Karp|卡普
    Palmer Luckey
    Arthur Mensch
    Guillaume Lample
    Aidan Gomez
    Aravind Srinivas|斯里尼瓦斯
    Clement Delangue|Clem Delangue
    Thomas Wolf
    Harrison Chase
    Jerry Liu
    Simon Willison
    Swyx|swyx
    Nathan Lambert
    Sebastian Raschka
    François Chollet|Francois Chollet|Chollet
    Gary Marcus|加里·马库斯
    陶哲轩|Terence Tao
    Richard Sutton|萨顿|Rich Sutton
    David Silver
    Jim Fan|范麟熙
    朱玉可
    Chelsea Finn
    Sergey Levine
    Pieter Abbeel
    Brett Adcock
    Marc Raibert
    Percy Liang
    Tri Dao
    Albert Gu
    Chris Lattner
    Jeremy Howard
    George Hotz
    Tim Dettmers
    Georgi Gerganov
    Amanda Askell
    Chris Olah
    Jan Leike
    Jack Clark
    Jared Kaplan
    Mike Krieger
    Boris Cherny
    Alex Albert
    Daniel Han
    Teknium
    Riley Goodside
    Ethan Mollick
    Tony Fadell|托尼·法德尔|法德尔
    Dylan Patel
    Dwarkesh Patel
    Lex Fridman
    Edward Snowden
    特朗普|唐纳德·特朗普|Donald Trump|Trump
    拜登|Joe Biden|Biden
    万斯|JD Vance
    David Sacks
    纽森|Gavin Newsom|Newsom
    马克龙|Emmanuel Macron|Macron
    莫迪
    教皇
    梁文锋|Liang Wenfeng|Wenfeng
    杨植麟|Zhilin Yang
    张宇韬
    唐杰|Jie Tang
    张鹏
    刘德兵
    闫俊杰
    王小川
    李开复|Kai-Fu Lee
    姜大昕
    印奇
    朱啸虎
    李大海
    刘知远
    曾国洋
    唐家渝
    朱军
    徐立
    汤晓鸥
    林达华
    王晓刚
    周鸿祎
    李彦宏|Robin Li
    沈抖
    王海峰
    马化腾|Pony Ma
    刘炽平
    汤道生
    张小龙
    马云|Jack Ma
    吴泳铭
    蔡崇信|Joe Tsai
    周靖人
    林俊旸|Junyang Lin
    张一鸣
    梁汝波
    朱文佳
    吴永辉
    谭待
    朱骏
    任正非
    余承东
    孟晚舟
    雷军|Lei Jun
    卢伟冰
    罗福莉
    刘强东
    王兴
    黄峥
    程维
    程一笑
    张迪
    盖坤
    丁磊
    李想
    郎咸朋
    何小鹏
    李斌
    王传福
    李书福
    曾毓群
    余凯
    曹旭东
    彭军
    楼天城
    韩旭
    王兴兴
    彭志辉|稚晖君
    邓泰华
    王鹤
    周剑
    顾捷
    赵同阳
    陈建宇
    高继扬
    张巍
    韩峰涛
    谭文
    汪玉
    夏立雪
    尤洋|Yang You
    袁进辉
    贾扬清|Yangqing Jia
    张建中
    陈天石
    徐华
    肖弘|Red Xiao
    季逸超|Peak Ji|Ji Yichao
    张涛
    方汉
    周亚辉
    刘庆峰
    刘聪
    孙凯
    俞永福
    何恺明|Kaiming He
    谢赛宁|Saining Xie
    田渊栋|Yuandong Tian
    朱松纯
    姚期智|Andrew Yao
    张亚勤
    张钹
    鄂维南
    周志华
    颜水成
    陈天桥
    罗永浩
    庞天宇
    任少卿
    王坚
    张勇
    郑永年
    李稻葵
    Armin|Armin Ronacher
    Peter Steinberger
    Bob McGrew
    Andrew Tulloch
    Misha Laskin
    Ioannis Antonoglou
    Liam Fedus
    Alexander Rush
    Rishi Sunak
    Keir Starmer
    Brendan Foody
    Cristiano Amon
    Bret Taylor|布雷特·泰勒
    Larry Summers|萨默斯
    Helen Toner
    Adam D'Angelo
    Emmett Shear
    Denise Dresser
    George Osborne
    Karina Nguyen
    Joanne Jang
    Nick Turley
    Srinivas Narayanan
    Peter Welinder
    Steven Heidel
    Romain Huet
    Shane Legg
    Jakob Uszkoreit
    Ashish Vaswani
    Llion Jones
    David Ha
    Ian Goodfellow
    Hugo Larochelle
    Joelle Pineau
    Soumith Chintala
    Tim Rocktäschel
    Edward Grefenstette
    Maarten Grootendorst
    """

  /// Universities, governments, institutes, foundations, exchanges.
  static let organizations: StaticString = """
    清华大学|清华|Tsinghua|Tsinghua University
    北京大学|北大|Peking University|PKU
    复旦大学|复旦|Fudan
    上海交通大学|上海交大|上交大|SJTU|交大
    浙江大学|浙大|Zhejiang University|ZJU
    中国科学技术大学|中科大|中国科大|USTC
    南京大学|NJU
    中国人民大学|人民大学|?人大|RUC
    哈尔滨工业大学|哈工大
    西安交通大学|西安交大
    北京航空航天大学|北航
    北京理工大学|北理工
    北京邮电大学|北邮
    电子科技大学
    华中科技大学|华科
    武汉大学|武大
    中山大学
    同济大学
    南开大学
    天津大学
    东北大学
    厦门大学
    东南大学
    西湖大学
    南方科技大学|南科大
    上海科技大学
    香港大学|港大|HKU
    香港科技大学|港科大|HKUST
    香港中文大学|港中文|港中大|CUHK
    香港城市大学|港城大
    香港理工大学|港理工
    台湾大学
    中国科学院|中科院|CAS?
    中国工程院
    中科院自动化所|中国科学院自动化研究所
    中科院计算所
    智源研究院|智源|北京智源研究院|BAAI|北京智源人工智能研究院
    上海人工智能实验室|上海AI实验室|上海AI Lab|Shanghai AI Lab|上海AILab|浦江实验室
    鹏城实验室
    之江实验室
    国家超算中心
    清华AIR
    麻省理工学院|麻省理工|MIT
    斯坦福大学|斯坦福|Stanford|Stanford University
    加州大学伯克利分校|UC Berkeley|伯克利|Berkeley|UCB
    卡内基梅隆大学|卡内基梅隆|CMU|Carnegie Mellon
    普林斯顿大学|普林斯顿|Princeton|Princeton University
    哈佛大学|哈佛|Harvard|Harvard University
    耶鲁大学|Yale
    康奈尔大学|康奈尔|Cornell
    哥伦比亚大学
    纽约大学|NYU
    芝加哥大学
    加州理工学院|加州理工|Caltech
    华盛顿大学|University of Washington
    密歇根大学
    佐治亚理工学院|Georgia Tech
    伊利诺伊大学|UIUC
    UCLA|加州大学洛杉矶分校
    UCSD|加州大学圣地亚哥分校
    UCSF
    马里兰大学
    得克萨斯大学|UT Austin
    牛津大学|牛津|Oxford|University of Oxford
    剑桥大学|剑桥|Cambridge|University of Cambridge
    帝国理工学院|帝国理工|Imperial College
    UCL|伦敦大学学院
    爱丁堡大学
    苏黎世联邦理工学院|苏黎世联邦理工|ETH Zurich|ETH Zürich
    EPFL|洛桑联邦理工
    慕尼黑工业大学
    蒙特利尔大学|Mila
    多伦多大学
    滑铁卢大学
    新加坡国立大学|NUS
    南洋理工大学|南洋理工|NTU
    东京大学
    首尔大学
    KAIST
    MBZUAI
    KAUST
    印度理工学院
    悉尼大学
    欧盟|European Union|欧盟委员会|European Commission|欧委会
    欧洲议会
    欧洲央行
    联合国|United Nations
    联合国教科文组织|UNESCO
    世界卫生组织|世卫组织
    世界经济论坛
    国际货币基金组织|IMF
    世界银行
    经合组织|OECD
    世贸组织
    国务院
    国家发改委|发改委|国家发展改革委
    工信部|工业和信息化部
    科技部
    教育部
    商务部
    财政部
    民政部
    公安部
    国家网信办|网信办|中央网信办|国家互联网信息办公室
    上海市网信办
    市场监管总局|国家市场监督管理总局
    国家数据局
    国家知识产权局
    国家药监局
    国家广电总局|广电总局
    国家统计局
    人社部
    中国证监会|证监会
    中国人民银行
    中国信通院|信通院|中国信息通信研究院
    最高人民法院|最高法
    外交部
    国资委
    国家航天局
    中国互联网协会
    中国计算机学会|CCF
    中国人工智能学会
    港交所|香港交易所|HKEX
    上交所|上海证券交易所
    深交所
    纳斯达克|Nasdaq|NASDAQ
    纽交所|NYSE
    科创板
    美国国会
    白宫|White House
    五角大楼|Pentagon
    美国国防部|国防部|Department of Defense|DoD
    美国战争部|战争部|Department of War
    美国司法部|Department of Justice|DOJ
    美国商务部
    美国能源部|能源部|Department of Energy|DOE
    美国财政部
    美国国务院
    美国证交会|美国证券交易委员会|SEC
    美国联邦贸易委员会|FTC|联邦贸易委员会
    美国联邦通信委员会|FCC
    美国食品药品监督管理局|FDA
    美国国家航空航天局|NASA
    美国国税局
    美国专利商标局|USPTO
    美国联邦调查局|FBI
    美国国家标准与技术研究院|NIST
    美国国家安全局
    美国参议院
    美国众议院
    美国最高法院
    美国联邦储备委员会|美联储
    NHTSA|美国国家公路交通安全管理局
    CAISI
    DARPA
    英国政府
    AISI|AI Security Institute|英国AI安全研究所
    CMA?
    Ofcom
    IPPR
    美国版权局
    作家协会|Authors Guild
    SAG-AFTRA
    RIAA
    美国电影协会|MPA
    Linux基金会|Linux Foundation
    Agentic AI Foundation|AAIF
    Apache软件基金会|Apache Foundation
    Python软件基金会|Python Software Foundation
    Mozilla基金会
    维基媒体基金会|Wikimedia|Wikimedia Foundation
    OpenAI基金会|OpenAI Foundation
    盖茨基金会|Gates Foundation
    陈-扎克伯格倡议|Chan Zuckerberg Initiative|CZI
    图灵研究所|Alan Turing Institute
    兰德公司|RAND
    布鲁金斯学会
    皮尤研究中心|Pew
    劳伦斯伯克利国家实验室
    橡树岭国家实验室
    洛斯阿拉莫斯国家实验室
    CERN
    Broad Institute
    IEEE
    ACM?
    W3C
    IETF
    ISO?
    MLCommons
    AI Alliance
    未来生命研究所|Future of Life Institute
    AI安全中心|Center for AI Safety|CAIS
    ARC Prize|ARC Prize Foundation
    Partnership on AI
    Stanford HAI|斯坦福HAI
    Stanford NLP
    BAIR
    MIT CSAIL
    MIT Media Lab
    Tsinghua AIR
    THUDM
    OpenBMB
    OpenGVLab
    OpenMMLab
    """
}
