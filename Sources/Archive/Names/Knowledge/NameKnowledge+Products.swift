extension NameKnowledge {
  /// Applications, tools, devices, services, open-source projects. A `+` lets a version follow.
  static let products: StaticString = """
    Claude Code|ClaudeCode
    Claude Skills
    Claude Cowork|Cowork?
    Claude for Chrome|Claude in Chrome
    Claude Desktop
    Claude Agent SDK
    Claude Artifacts|Artifacts?
    Claude Max
    Claude Pro
    Claude.ai
    Claude API
    Claude Plays Pokemon
    Claude for Excel|Claude in Excel
    Claude for Financial Services
    Claude for Healthcare
    Claude Explains
    Claude Gov
    Claude Research
    Claude Opus计划
    Auto-Claude
    Project Vend
    Clio?
    ChatGPT Agent|ChatGPT agent
    ChatGPT Atlas|Atlas浏览器
    ChatGPT Plus
    ChatGPT Pro
    ChatGPT Go
    ChatGPT Team
    ChatGPT Business
    ChatGPT Enterprise|ChatGPT企业版
    ChatGPT Edu
    ChatGPT Gov
    ChatGPT Pulse
    ChatGPT Health
    ChatGPT Search|ChatGPT搜索
    ChatGPT Shopping
    ChatGPT Skills
    ChatGPT Apps
    ChatGPT Projects
    ChatGPT Translate
    ChatGPT Voice
    Codex CLI
    Operator?
    OpenAI Five
    OpenAI Gym
    OpenAI Frontier
    Agents SDK
    AgentKit
    Apps SDK
    Responses API
    Realtime API
    Assistants API
    Deep Research?
    Prism?
    Sora App|Sora应用
    GPT Store
    GPTs
    Stargate|星际之门
    Gemini CLI
    Gemini App|Gemini应用
    Gemini API
    Gemini Live
    Gemini Canvas
    Gemini Code Assist
    Gemini Enterprise
    Gemini Advanced
    Gemini for Home
    Gemini in Chrome
    Gemini Deep Research|Gemini Deep Research Agent
    Gemini Agent
    Gemini Gems|Gems?
    Google AI Studio|AI Studio
    Google AI Pro
    Google AI Ultra|AI Ultra
    Google Antigravity|Antigravity
    Google Search|谷歌搜索
    Google Maps|谷歌地图
    Google Translate|谷歌翻译
    Google Photos|谷歌相册
    Google Docs
    Google Drive
    Google Meet
    Google Workspace
    Google Play
    Google Assistant|谷歌助手
    Google Home
    Google Lens
    Google Vids
    Google Beam
    Google Finance|谷歌财经
    Google Flights
    Google Earth|谷歌地球
    Google Classroom
    Google Colab|Colab
    Google Trends
    Google Scholar|谷歌学术
    Google I/O大会
    Google TV
    Gmail
    Chrome|谷歌浏览器
    ChromeOS
    Chromebook
    +Android|安卓
    +Android XR
    Android Studio
    Android Auto
    +Pixel?
    Waze
    NotebookLM
    Project Astra
    Project Mariner
    Project Suncatcher
    Jules?
    Stitch?
    Whisk?
    Opal?
    Firebase
    Firebase Studio
    Vertex AI
    BigQuery
    TensorFlow
    JAX
    Keras
    Kaggle
    LiteRT
    MediaPipe
    ADK?
    A2A?
    A2UI
    Willow?
    +TPU v
    Ironwood?
    Trillium?
    AI Overviews|AI概览|AI Overview
    AI Mode|AI模式
    Circle to Search
    Copilot
    Microsoft 365 Copilot|M365 Copilot|Microsoft 365
    GitHub Copilot
    GitHub Actions
    GitHub Spark
    GitHub Models
    GitHub Pages
    GitHub Codespaces
    Copilot Studio
    Copilot Vision
    Copilot+ PC|Copilot+
    Copilot Cowork
    Azure
    Azure AI Foundry|Microsoft Foundry|AI Foundry
    Azure OpenAI
    +Windows
    Windows Copilot
    Visual Studio
    VS Code|VSCode|Visual Studio Code
    Office 365
    Microsoft Edge|Edge浏览器
    Microsoft Teams
    Outlook
    OneDrive
    OneNote
    PowerPoint
    Excel
    Xbox
    Bing|必应|^Bing
    Bing Video Creator
    Recall?
    AutoGen
    Semantic Kernel
    Magentic-One
    Magentic-UI
    TypeChat
    DeepSpeed
    ONNX Runtime
    MarkItDown
    OmniParser
    GraphRAG
    LinkedIn Learning
    +Maia?
    Cobalt?
    Majorana?
    HoloLens
    Apple Intelligence|苹果智能
    Siri
    +iPhone
    +iPad
    Mac?
    MacBook
    MacBook Pro
    MacBook Air
    Mac mini
    Mac Studio
    Apple Vision Pro|Vision Pro
    Apple Watch
    AirPods
    AirPods Pro
    Apple Music
    Apple TV
    Apple Pay
    Apple Maps
    Apple Car
    Apple Silicon
    App Store
    +iOS
    +iPadOS
    +macOS
    +watchOS
    +visionOS
    Xcode
    Swift?
    Safari
    iCloud
    iMessage
    FaceTime
    HomePod
    CarPlay
    MLX
    Core ML
    Shortcuts?
    iPod
    iTunes
    WhatsApp
    WhatsApp Business|WhatsApp Business API
    Messenger
    Facebook Messenger
    Instagram Reels
    Meta Quest|+Quest?
    Ray-Ban Meta|Meta Ray-Ban|雷朋
    Ray-Ban Display|Meta Ray-Ban Display
    Meta AI App
    Meta Vibes|Vibes?
    Horizon Worlds
    PyTorch|Pytorch
    React?
    React Native
    Llama Stack
    Llama API
    llama.cpp|Llama.cpp
    ExecuTorch
    TorchTitan|torchtitan
    Threads应用
    Moltbook
    Moltbot
    Clawdbot
    OpenClaw
    +Manus
    Alexa|Alexa+
    Echo?
    Kindle
    Fire TV
    Ring?
    AWS Bedrock|Amazon Bedrock|Bedrock?
    Amazon Q|Amazon Q Developer
    SageMaker|Amazon SageMaker
    AgentCore|Bedrock AgentCore
    Kiro
    Amazon Prime
    Prime Video
    +Trainium
    Inferentia
    Graviton
    Rufus
    Optimus|擎天柱
    +FSD
    Autopilot
    Robotaxi
    Cybercab
    Cybertruck
    Model S?
    Model 3?
    Model Y?
    Model X?
    +Dojo?
    Starlink|星链
    Falcon 9|猎鹰9号
    Falcon Heavy
    Starship?
    Colossus?
    Grokipedia
    Grok Companion
    ?X|Twitter|推特
    X Money
    Macrohard
    +CUDA
    +DLSS
    +RTX
    +GeForce|GeForce RTX
    GeForce NOW
    +Jetson
    Jetson Thor
    Jetson Orin
    Jetson Nano
    +DGX
    DGX Spark
    DGX Station
    DGX Cloud
    +HGX
    +GB
    =H100
    =H200
    =H20
    =H800
    =A100
    =A800
    =B100
    =B200
    =B300
    =GB200
    GB200 NVL72
    =GB300
    GB300 NVL72
    =L40S
    =V100
    =NVL72
    Blackwell
    Blackwell Ultra
    Hopper?
    Rubin?|Vera Rubin
    Rubin CPX
    Grace?
    Grace Hopper
    Grace Blackwell
    Feynman?
    NVLink|NVLink Fusion
    Omniverse
    Isaac Sim
    Isaac Lab
    Isaac?
    TensorRT
    TensorRT-LLM
    NeMo
    NeMo Gym
    NIM?
    Dynamo?
    cuDNN
    cuTile
    BlueField
    Spectrum-X
    Nsight
    DRIVE?
    Project DIGITS
    Newton?
    Slurm|SLURM
    +Instinct
    =MI300X
    =MI325X
    =MI350
    =MI355X
    =MI400
    =MI450
    Helios?
    ROCm
    +Ryzen|Ryzen AI
    +EPYC
    Strix Halo
    +Gaudi
    +Xeon
    Core Ultra
    Panther Lake
    Lunar Lake
    OpenVINO
    +Snapdragon|骁龙
    AI200
    AI250
    +天玑|Dimensity
    +昇腾|Ascend
    +麒麟|Kirin
    +鲲鹏
    CANN
    昇思|MindSpore
    +鸿蒙|+HarmonyOS|OpenHarmony|开源鸿蒙
    小艺
    +Mate?
    +Pura
    问界M9
    +真武
    倚天
    +思元
    +曙光超节点
    CloudMatrix
    CloudMatrix 384
    豆包App|豆包APP
    豆包手机助手|豆包手机
    豆包AI眼镜|豆包眼镜
    豆包AI手机
    +即梦|+即梦AI|Dreamina
    剪映|CapCut
    抖音|Douyin
    抖音精选
    今日头条|?头条
    西瓜视频
    番茄小说
    红果短剧|?红果
    飞书|Lark?|飞书多维表格
    扣子|Coze
    扣子空间
    Coze Studio
    TRAE|Trae
    猫箱
    星绘
    醒图
    火山方舟
    火山写作
    汽水音乐
    懂车帝
    PICO|Pico?
    veRL|verl
    DeerFlow
    微信|WeChat
    微信支付
    企业微信
    QQ
    QQ音乐
    QQ浏览器
    腾讯元宝|?元宝|元宝App
    元宝派|腾讯元宝派
    腾讯会议
    腾讯文档
    腾讯视频
    腾讯地图
    CodeBuddy
    WorkBuddy
    ima?|ima.copilot
    王者荣耀
    和平精英
    QClaw
    淘宝|Taobao|手机淘宝|手淘
    天猫|Tmall
    淘宝闪购
    支付宝|Alipay
    ?阿福|蚂蚁阿福
    蚂蚁森林
    花呗
    余额宝
    ?灵光|灵光App
    DingTalk Real
    DingTalk A1
    Agent OS
    闲鱼
    1688
    夸克|Quark?|夸克AI|夸克浏览器
    夸克AI眼镜
    夸克健康
    千问App|通义千问App|千问APP|Qwen App|通义App|通义APP
    千问AI眼镜
    通义灵码
    通义星尘
    Qoder
    Qwen Code
    Qwen Chat
    Qwen-Agent
    ModelScope|魔搭|魔搭社区
    百炼
    无影|无影AgentBay
    AgentScope
    ?魔笔
    ?心流
    ?秒悟
    文心快码|Comate
    文心App
    百度搜索
    百度网盘
    百度文库
    百度地图
    文小言
    ?千帆|千帆平台
    飞桨|PaddlePaddle
    伐谋
    秒哒
    ?心响
    GenFlow
    小度
    Apollo?
    京东App
    美团App|大众点评
    ?小团
    CatPaw
    快影
    可灵App
    ?点点
    RedOne?
    语音问一问
    小爱同学|小爱|超级小爱
    澎湃OS|HyperOS
    玄戒
    SU7
    YU7
    米家
    ColorOS
    OriginOS
    MagicOS
    YOYO
    智谱清言App
    Zcode
    Z.ai平台
    AutoGLM沉思|沉思?
    CoCo?
    BigModel
    Kimi App|Kimi智能助手
    Kimi探索版
    Kimi Code|Kimi CLI
    OK Computer
    MiniMax Agent
    MiniMax Code
    星野
    Talkie?
    Cherry Studio
    OpenCode|opencode
    Kilo?
    Roo Code|RooCode
    Aider?|=aider
    Cline|cline
    Continue?
    Amp Code
    +Devin
    DeepWiki
    Cursor CLI
    BugBot|Bugbot
    Composer 1?
    Bolt.new
    v0?|v0.dev
    Lovable Cloud
    Replit Agent
    Windsurf Editor
    Warp终端
    Zed编辑器
    Neovim
    Vim
    Emacs
    Obsidian
    Logseq
    Notion AI
    Notion Mail
    Comet浏览器|Comet?
    Perplexity Pro
    Dia浏览器
    Arc浏览器
    Fellou
    Genspark Super Agent
    DeepAgent
    Skywork超级智能体
    Browserbase
    Stagehand?
    Playwright|Playwright MCP
    Puppeteer
    Selenium
    Firecrawl
    Crawl4AI
    Jina Reader
    LangGraph
    LangSmith
    LangFlow|Langflow
    DSPy
    LlamaParse
    LlamaCloud
    LlamaHub
    Haystack?
    Dify
    FastGPT
    RAGFlow
    n8n
    MaxKB
    AnythingLLM
    Open WebUI|OpenWebUI
    LobeChat
    LibreChat
    NextChat
    Chatbox
    SillyTavern
    KoboldCpp
    text-generation-webui|oobabooga
    ComfyUI
    Automatic1111|A1111
    Forge?
    InvokeAI
    Fooocus
    Civitai|C站
    vLLM|VLLM
    vLLM-Omni
    SGLang
    LMDeploy
    TGI?
    TEI?
    MLC LLM|MLC-LLM
    WebLLM
    ExLlama
    ExLlamaV2
    ExLlamaV3
    KTransformers
    Mooncake?
    llamafile
    GPT4All
    LocalAI
    exo?
    Transformers.js
    smolagents
    TRL?
    PEFT?
    Accelerate?
    Diffusers?
    Gradio
    Streamlit
    Spaces?
    HuggingChat
    LeRobot
    Reachy Mini
    Reachy 2
    Unitree G1|宇树G1|宇树 G1
    Unitree H1|宇树H1|宇树 H1
    Unitree R1|宇树R1|宇树 R1
    Unitree Go2|宇树Go2
    Atlas机器人
    Spot?
    Digit?
    Figure 01
    Figure 02
    Figure 03
    NEO?|1X NEO
    NEO Gamma
    Apollo机器人
    灵犀X2
    远征A2
    远征A3
    精灵G1
    精灵G2
    天工Ultra|天工机器人
    小墨
    OpenPI
    RoboTwin
    Habitat?
    MuJoCo
    Genesis?
    Ray?
    Kubernetes|K8s
    Terraform
    Jenkins
    Linux
    Ubuntu
    Debian
    Fedora
    Python
    JavaScript
    TypeScript
    Rust?
    Golang
    Kotlin
    Java?
    Node.js|NodeJS
    Deno
    Next.js
    Vue.js
    Angular
    Tailwind|Tailwind CSS
    Electron?
    Flutter
    NumPy
    Pandas?
    scikit-learn
    Triton?
    Mojo?
    Lean 4
    Lean?
    Jupyter|Jupyter Notebook
    Anki
    PostgreSQL|Postgres
    MySQL
    SQLite
    ClickHouse
    DuckDB
    Elasticsearch
    Kafka
    Spark?
    Hadoop
    Nginx
    Steam
    Steam Deck
    Switch?
    PlayStation
    PS5
    Unreal Engine|虚幻引擎
    Godot
    Blender
    Photoshop|Adobe Photoshop
    Adobe Express
    Premiere Pro|Premiere
    After Effects
    Illustrator?
    Lightroom
    Acrobat|Acrobat Studio
    Final Cut Pro
    DaVinci Resolve
    Maya?
    Canva AI
    Figma Make
    Figma MCP
    Slack
    Trello
    Jira
    Confluence
    Linear?
    Zoom Docs
    Telegram
    Signal?
    Skype
    Discord机器人
    Wikipedia|维基百科
    arXiv|ArXiv
    bioRxiv
    Hacker News|HackerNews
    Product Hunt
    Papers with Code
    Stack Exchange
    Scratch?
    Spotify Wrapped
    Fabric?
    Splat?
    Groqcloud
    GroqCloud
    Together Cloud
    Dynamic Workers
    Cloudflare Workers|Workers AI
    Durable Objects
    Palantir AIP
    Agentforce
    Einstein GPT
    Joule?
    Now Assist
    watsonx|Watson?
    Genie Code
    MLflow
    Unity Catalog
    Cortex AI
    GenAI.mil
    Home Assistant|Home Assistant Core
    Cognee
    cocoindex|CocoIndex
    Mem0|mem0
    Zep?
    Letta
    MemGPT
    MemOS
    MetaGPT
    AutoGPT|Auto-GPT
    BabyAGI
    CAMEL-AI
    OWL?
    OpenManus
    OpenHands
    OpenDevin
    SWE-agent
    Goose?
    Suna
    Eigent
    AgentGPT
    Yuxi-Know
    HodlOS
    LightX2V
    PowerMem
    Agentic Resource Discovery
    纳米漫剧流水线
    纳米AI|纳米搜索|纳米AI搜索
    秘塔AI|秘塔AI搜索
    天工超级智能体
    Lovart设计
    讯飞听见
    讯飞智文
    星火助手
    WPS|WPS AI|WPS灵犀
    万兴喵影|Filmora
    美图秀秀
    美颜相机
    RoboNeo
    ?开拍
    美图设计室
    墨刀
    蓝湖
    稿定设计
    创客贴
    AiPPT
    Gamma?
    Napkin?
    Beautiful.ai
    Tome?
    Wispr Flow|Wispr
    Superwhisper
    Raycast
    Arc?
    ElevenReader
    Eleven Music
    Suno Studio
    AI Pin
    Rabbit R1|rabbit r1
    Humane AI Pin
    Friend项链
    Bee?
    Limitless Pendant
    Oura|Oura Ring
    Plaud Note|Plaud NotePin
    TicNote
    Loona
    芙崽
    FoloToy
    元萝卜机器人
    Insta360 X5
    Vision Pro眼镜
    Galaxy?
    Galaxy S25
    Galaxy AI
    Bixby
    Gauss?
    Exynos
    Surface?
    Nothing Phone
    Magic8|荣耀Magic8
    Robot Phone
    Mate 80
    小米17
    努比亚M153
    SearchGPT
    Perplexity Finance
    Perplexity Labs
    Poe?
    Character App
    Tome AI
    Sesame语音
    Hailuo Video Agent
    MCP?
    Model Context Protocol|模型上下文协议
    AgentFS
    OpenRouter Fusion
    CodeWhisperer
    Tabby?
    Supermaven
    Ghostwriter?
    Cody?
    Open Interpreter
    Mentat?
    Tongyi Studio
    AlphaXiv|alphaXiv
    Elicit?
    Consensus?
    Semantic Scholar
    Connected Papers
    Zotero
    Overleaf
    Wolfram Alpha|WolframAlpha
    Mathematica
    Matlab|MATLAB
    """
}
