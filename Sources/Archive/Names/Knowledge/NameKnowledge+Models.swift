extension NameKnowledge {
  /// Model families: versions, sizes and variants may follow each.
  static let models: StaticString = """
    ~GPT
    =o1
    =o3
    =o4
    =O1?
    =O3?
    gpt-oss|GPT-OSS
    gpt-realtime
    gpt-image|GPT-Image|GPT Image
    ChatGPT|Chat GPT
    ChatGPT Images|ChatGPT Image
    Sora
    DALL-E|DALL·E|DALLE
    Whisper?
    Codex?
    GPT-4o|4o?
    Claude|克劳德
    Claude Opus|Opus?
    Claude Sonnet|Sonnet?
    Claude Haiku|Haiku?
    Claude Mythos
    Gemini|双子座模型
    Gemini Pro
    Gemini Flash
    Gemini Ultra
    Gemini Nano
    Gemini Robotics
    Gemini Deep Think|Deep Think?
    Gemini Diffusion
    Gemini Embedding|EmbeddingGemma
    Gemma
    MedGemma
    PaliGemma
    ShieldGemma
    CodeGemma
    RecurrentGemma
    FunctionGemma
    T5Gemma
    TranslateGemma
    VaultGemma
    TxGemma
    DolphinGemma
    DataGemma
    LaMDA
    PaLM
    Bard?
    Imagen?
    Veo?
    Genie?
    Project Genie
    Lyria
    Nano Banana|NanoBanana|nano-banana|Nano-Banana|纳米香蕉
    SIMA
    AlphaFold
    AlphaGo
    AlphaZero
    AlphaGenome
    AlphaEarth
    AlphaEvolve
    AlphaProof
    AlphaGeometry
    AlphaStar
    AlphaCode
    AlphaQubit
    AlphaChip
    AlphaTensor
    GraphCast
    GenCast
    WeatherNext
    Perch?
    BERT
    T5?
    ModernBERT
    Llama|LLaMA|羊驼模型
    CodeLlama|Code Llama
    TinyLlama
    Llama Guard
    Segment Anything|=SAM
    SAM Audio
    SAM 3D
    DINO
    DINOv2
    DINOv3
    V-JEPA
    I-JEPA
    JEPA
    VL-JEPA
    Movie Gen
    MusicGen
    AudioGen
    Seamless?
    SeamlessM4T
    Chameleon?
    Emu?
    Avocado?
    OPT-175B
    Galactica
    ESM3|ESM-3
    ESMFold
    Grok
    Grok Imagine
    Grok Code Fast|grok-code-fast
    Phi?|=Phi
    Phi Silica
    Fara?
    Orca?
    Florence-2
    MAI?|=MAI
    MAI-DS
    MAI-Image
    MAI-Voice
    VibeVoice
    BitNet
    Aurora模型
    Muse模型
    TRELLIS
    Mu模型
    BioEmu
    MatterGen
    Magma?
    Rho-alpha
    Nemotron|Llama Nemotron|Llama-Nemotron
    Nemotron-H
    Cosmos?|=Cosmos
    Cosmos Reason
    Cosmos Predict
    Cosmos Transfer
    GR00T|Isaac GR00T|GROOT|Project GR00T
    Alpamayo
    Megatron?
    Minitron
    Hymba
    Eagle 2.5
    NVLM
    Parakeet?
    Canary?
    Audio Flamingo
    Clara?
    Evo 2
    Evo?
    Nova?
    Nova Sonic
    Nova Act
    Nova Premier
    Nova Canvas
    Nova Reel
    Nova Forge
    Titan?
    Granite?|=Granite
    Arctic?
    DBRX
    Command R
    =Command A
    Command R+
    Aya?
    Aya Vision
    Aya Expanse
    Rerank?
    Mistral Large
    Mistral Small
    Mistral Medium
    Mistral Nemo|Mistral-Nemo
    Mistral Saba
    Mistral OCR
    Mistral 7B
    Ministral|Ministraux
    Mixtral
    Magistral
    Devstral
    Codestral
    Pixtral
    Voxtral
    Mathstral
    Leanstral
    Falcon?|=Falcon
    Jais
    K2 Think|K2-Think
    K2-V2
    Jamba
    Luminous?
    Inflection-2
    Reka?
    Reka Flash
    Reka Core
    StableLM
    Stable Diffusion
    SDXL
    =SD3
    Stable Video Diffusion|Stable Video
    Stable Audio
    Stable Virtual Camera
    Stable Cascade
    FLUX|=Flux
    FLUX.1|Flux.1
    FLUX.2
    Kontext|FLUX Kontext
    Ideogram模型
    Gen-4
    Gen-3
    Gen-4.5
    Act-Two
    Act-One
    Aleph?
    GWM-1
    GWM
    Dream Machine
    Ray2|=Ray 2
    =Ray3
    Photon?
    Uni-1
    Marey
    Marble?
    RTFM?
    LTX Video|LTX-Video|=LTX|LTXV
    LTX-2
    Mochi?
    =Mochi 1
    Open-Sora|OpenSora
    CogVideoX|CogVideo
    CogView
    CogVLM
    CogAgent
    ChatGLM
    ~GLM
    GLM-Image
    GLM-OCR
    GLM-ASR
    GLM-TTS
    AutoGLM
    智谱清言|ChatGLM智谱清言
    ?清影
    CharacterGLM
    Kaleido?
    SCAIL
    通义千问|千问|^Qwen|通义千问大模型|千问大模型
    ~QwQ
    ~QVQ
    Qwen-Image
    Qwen-VL
    Qwen-Coder|Qwen Coder
    Qwen-Max
    Qwen-Omni
    Qwen-Audio
    Qwen-Deep-Research
    QwenLong
    通义万相|^Wan|?万相|通义万相Wan|WAN|Wanx|WanX
    Wan-Animate
    通义
    通义听悟
    Z-Image|?造相
    Fun-ASR|FunASR
    Fun-CosyVoice|CosyVoice
    Fun-Audio-Chat
    Fun-Realtime
    SenseVoice
    ThinkSound
    Animate Anyone
    OmniTalker
    Tongyi DeepResearch|通义DeepResearch
    WebWatcher
    WebDancer
    WebSailor
    WebShaper
    Ovis
    Marco-o1
    HappyHorse
    ?百灵|百灵大模型
    =Ling
    Ling-1T
    Ling-flash
    =Ring
    Ring-1T
    Ring-flash
    =Ming
    Ming-Omni
    Ming-flash
    Ming-Lite
    LLaDA
    LingBot
    LingBot-VLA
    LingBot-VA
    LingBot-World
    LingBot-Depth
    AlignXplore
    豆包大模型|豆包模型|^Doubao|Doubao大模型
    豆包
    Doubao Seed|Doubao-Seed|豆包Seed
    豆包·视频生成模型|豆包视频生成模型
    豆包·图像创作模型|豆包图像创作模型
    豆包·语音合成模型|豆包语音合成模型
    Seed?|=Seed|Seed大模型
    Seed-OSS
    Seed-Coder
    Seed Diffusion
    Seed-Prover|Seed Prover
    Seed-TTS
    Seed LiveInterpret
    Seed3D
    SeedEdit
    Seedance|即梦视频
    Seedream|即梦图片
    Seedream图像
    SeedFoley
    Seaweed-7B
    Seaweed APT2
    BAGEL?|=BAGEL
    UI-TARS
    UI-TARS-desktop
    Vidi?
    =Vidi2
    OmniHuman
    DreamActor
    GR-3
    GR-RL
    GR-Dexter
    BFS-Prover
    Depth Anything
    Phantom?
    MagicAnimate
    HuMo
    DAPO?
    混元|腾讯混元|^Hunyuan|混元大模型|腾讯混元大模型|Tencent Hunyuan|=HY
    混元图像|HunyuanImage|Hunyuan Image|Hunyuan-Image|混元图像模型
    混元视频|HunyuanVideo|Hunyuan Video|Hunyuan-Video
    混元3D|Hunyuan3D|Hunyuan 3D|混元 3D
    混元世界模型|HunyuanWorld|Hunyuan World
    HunyuanWorld-Mirror
    混元T1|Hunyuan-T1
    混元TurboS|Hunyuan-TurboS|Hunyuan TurboS
    混元OCR|HunyuanOCR
    混元翻译|Hunyuan-MT|混元MT
    HunyuanPortrait
    HunyuanCustom
    Hunyuan-GameCraft
    HunyuanVideo-Avatar
    Hunyuan-A13B
    Hunyuan-Large
    SongGeneration
    文心|^ERNIE|^Ernie|文心大模型
    文心一言
    PaddleOCR
    PaddleOCR-VL
    PP-OCR
    PP-StructureV3
    PP-HDiNetV2
    百度蒸汽机|?蒸汽机|MuseSteamer
    飞桨大模型
    曲率大模型
    ?盘古|盘古大模型|Pangu|openPangu
    盘古Ultra
    讯飞星火|星火大模型|?星火|讯飞星火大模型|Spark?
    星火X1
    MiniMax-M1
    MiniMax-M2
    MiniMax-01
    MiniMax-Text
    MiniMax-VL
    MiniMax Hailuo|?海螺|Hailuo|海螺AI|Hailuo AI|海螺视频
    MiniMax Speech|Speech?
    MiniMax Music|Music?
    MiniMax Audio
    abab
    Kimi
    Kimi K2
    Kimi K1.5|=k1.5
    Kimi-VL
    Kimi-Dev
    Kimi-Audio
    Kimi Linear
    Kimi-Researcher
    Moonlight?
    Kosong
    DeepSeek-OCR
    DeepSeek-Coder
    DeepSeek-VL
    DeepSeek-Math|DeepSeekMath
    DeepSeek-Prover
    DeepSeek LLM
    DeepSeek-R1
    DeepSeek-V3
    Janus?
    Janus-Pro
    Step-Video|Step Video
    Step-Audio|Step Audio
    Step-1
    Step-2
    Step-3|Step3|=Step 3
    =Step 3.5
    Step-R1
    Step1X|Step1X-Edit
    Step-DeepResearch
    Step-GUI
    NextStep
    NextStep-1
    阶跃大模型
    百川大模型
    Baichuan
    Baichuan-M1
    Baichuan-M2
    Baichuan-M3
    Yi-Lightning|Yi-Large
    ?书生|书生·浦语|书生大模型|InternLM|书生浦语|书生·万象
    InternVL|书生万象|Intern-VL
    Intern-S1|书生·科学大模型
    Intern-S1-Pro
    InternVideo
    InternVLA
    InternThinker
    日日新|SenseNova|日日新大模型
    SenseNova-SI
    SenseNova-MARS
    Seko
    开悟世界模型
    Vidu
    TurboDiffusion
    Motus?
    PixVerse|拍我AI|?拍我
    可灵|^Kling|可灵AI|Kling AI|可灵大模型
    Kolors|?可图
    KAT-Coder
    KAT-Dev
    KAT-V1
    KAT
    KwaiCoder
    Kwai Keye|Keye-VL|Kwai Keye-VL
    Klear
    LongCat
    LongCat-Flash
    LongCat-Video
    LongCat-Image
    MiMo
    MiDashengLM
    Xiaomi-Robotics
    理想MindVLA|MindVLA
    dots.llm1
    =dots.vlm1
    dots.ocr
    FireRed
    FireRedTTS
    FireRedASR
    Index-TTS|IndexTTS
    AniSora|Index-AniSora
    天工大模型|?天工|Skywork
    Skywork-R1V
    SkyReels
    Mureka
    Matrix-Game
    Matrix-Zero
    UniPic
    Music模型
    MuseTalk
    MiniCPM|面壁小钢炮|小钢炮
    MiniCPM-o
    MiniCPM-V
    VoxCPM
    AgentCPM
    Emu3|悟界·Emu3
    Emu3.5
    ?悟道|悟界
    RoboBrain
    OmniGen
    BGE-M3
    Aquila
    RWKV
    LWM
    Baichuan2
    UnifoLM|UnifoLM-VLA
    UnifoLM-WMA
    GO-1|智元启元|启元大模型
    Genie Envisioner
    GraspVLA
    GroceryVLA
    TrackVLA
    NavFoM
    AstraBrain
    WALL-A|WALL-OSS
    GigaBrain
    GigaWorld
    Pelican-VL
    Helix?|=Helix
    π0|Pi0|pi0|π₀
    π0.5|Pi0.5
    π0.6|π*0.6
    OpenVLA
    SmolVLA
    SmolLM
    SmolVLM
    SmolDocling
    RDT-1B
    RDT2
    RT-2
    Octo?
    X-VLA
    StarVLA
    VLA-Adapter
    RedNote dots
    NeoBERT
    OLMo|Olmo
    OLMo 2
    Olmo 3
    OLMoE
    Molmo
    MolmoAct
    Tülu|Tulu
    Tülu 3
    SERA?
    olmOCR
    Hermes?
    =Hermes 3
    =Hermes 4
    NousCoder
    DeepHermes
    Psyche?
    INTELLECT
    INTELLECT-1
    INTELLECT-2
    INTELLECT-3
    SYNTHETIC-1
    Trinity?
    Trinity Large
    Trinity Mini
    Zephyr?
    Vicuna
    Alpaca?
    WizardLM
    WizardCoder
    StarCoder
    StarCoder2
    SantaCoder
    BLOOM?
    Pythia?
    GPT-J
    GPT-NeoX
    MPT-7B
    Dolphin 3.0
    OpenThinker
    OpenHermes
    Sky-T1
    =S1-32B
    LIMO?
    Bespoke-Stratos
    DeepScaleR
    DeepCoder
    rStar
    rStar2
    TinyZero
    Satori?
    Huginn
    DeepCogito|Cogito
    ~LFM
    LFM2
    LFM2.5
    Mercury?|=Mercury Coder
    Dream 7B|Dream-7B
    Zamba
    Zamba2
    ZR1
    ZAYA1
    Zyphra
    Palmyra
    Solar Pro
    EXAONE|K-EXAONE
    HyperCLOVA|HyperCLOVA X
    Kanana
    A.X K1
    A.X 4.0
    VARCO
    Sarvam-M
    Krutrim
    Apertus
    EuroLLM
    Teuken
    Lucie?
    GigaChat
    YandexGPT
    Kandinsky
    SDXL Turbo
    PixArt
    Lumina?|Lumina-Image
    HiDream|HiDream-I1
    Bria?
    Playground v3
    Nitro-E
    Chroma模型
    Pony Diffusion
    Illustrious?
    OmniGen2
    BLIP
    BLIP3-o
    BLIP-2
    xGen
    LLaVA
    LLaVA-OneVision
    LLaVA-o1
    MiniGPT-4
    Idefics|IDEFICS
    =CLIP
    SigLIP
    SigLIP 2
    Perception Encoder
    ControlNet
    IP-Adapter
    InstantID
    Hallo?
    EchoMimic
    LivePortrait
    Wav2Lip
    SadTalker
    FramePack
    SkyReels-V2
    MAGI-1
    Self-Forcing
    StreamDiffusion
    VACE
    FantasyTalking
    InfiniteTalk
    MultiTalk
    Tripo
    Tripo 3.0
    Hitem3D
    Meshy 5
    TripoSR|TripoSG
    Direct3D
    Sparc3D
    Chatterbox
    Chatterbox Turbo
    Kokoro|Kokoro-82M
    Orpheus?|Orpheus TTS
    Dia-1.6B|=Dia
    Bark?
    XTTS
    F5-TTS
    Fish Speech|FishAudio|Fish Audio
    OpenAudio S1
    MegaTTS
    MegaTTS3|MegaTTS 3
    Spark-TTS
    ChatTTS
    GPT-SoVITS
    Zonos
    Sesame CSM|CSM-1B
    Moshi?|=Moshi
    Hibiki?
    Eleven v3
    Scribe?
    Scribe v2
    Sonic-3
    Ink-Whisper
    Aura-2
    Octave?
    YuE
    ACE-Step
    DiffRhythm
    LeVo
    HeartMuLa
    Nomic Embed
    jina-embeddings
    BGE
    E5?
    ColBERT
    ColPali
    GTE?
    Mixedbread模型
    SFR-Embedding
    Stella?
    NV-Embed
    TimesFM
    Chronos?
    Moirai?
    TabPFN
    Toto?
    EVO?
    Boltz
    Boltz-1
    Boltz-2
    Chai-1
    Chai-2
    RoseTTAFold
    RFdiffusion
    ESM
    scGPT
    C2S-Scale
    BioGPT
    Med-PaLM
    Med-Gemini
    AMIE?
    Aurora气象大模型
    风乌
    伏羲气象
    盘古气象
    FourCastNet
    Aardvark?
    NatureLM
    MusiCoT
    Manzano
    FastVLM
    MobileCLIP
    OpenELM
    MM1
    Ferret?
    Apple Foundation Models
    SHARP?
    CLaRa
    StarFlow
    Ferret-UI
    SlimLM
    Firefly?
    =CodeGen
    CodeT5
    xLAM
    Moirai-MoE
    XGen
    CoAct-1
    Composer?
    SWE-1
    SWE-1.5
    SWE-grep
    Kestrel?
    Sonar?
    Sonar Pro
    Sonar Reasoning
    R1 1776
    pplx-embed
    Relace
    Mellum
    Cortex?
    Neo模型
    Redwood?
    蓝心大模型|BlueLM|蓝心
    安第斯大模型|AndesGPT
    魔法大模型|魔法大模型公司
    安诊儿
    子曰|子曰大模型
    奇元大模型
    360智脑|智脑大模型
    言犀
    玉言|伏羲大模型
    孟子大模型
    紫东太初|太初大模型
    澜舟孟子
    九天大模型|?九天
    星辰大模型|TeleChat
    元景大模型
    曹植大模型
    元象大模型|XVERSE
    山海大模型
    ?云雀
    浦语
    序列猴子
    银河大模型
    雅意
    小悟空
    Sapiens?
    CWM
    Omnilingual ASR|omniASR
    TRIBE?
    Spirit LM
    Large Concept Model|=LCM
    COCONUT?
    BLT?
    Byte Latent Transformer
    Titans?
    MIRAS?
    HOPE?
    Mamba?
    Mamba-2
    Hyena?
    RecurrentGPT
    StripedHyena
    HRM?
    TRM?
    SEAL?
    Absolute Zero Reasoner|=AZR
    DeepSWE
    Skywork-SWE
    Kevin-32B
    CodeClippy
    Jules模型
    AI co-scientist模型
    Gato?
    Flamingo?
    Chinchilla?
    Gopher?
    Sparrow?
    BERTopic模型
    ViT
    ResNet
    YOLO
    YOLOv8
    YOLOv11
    YOLO26
    YOLOE
    Grounding DINO
    RF-DETR
    Moondream
    Florence
    ColQwen
    ColSmol
    Nanonets-OCR
    MinerU
    Monkey OCR|MonkeyOCR
    GOT-OCR
    OCRFlux
    Chandra?
    Docling
    granite-docling
    MobileLLM
    MobileLLM-R1
    FunReason
    QwenVL模型
    Virtuoso?
    Homunculus?
    Mirage?
    Oasis?|=Oasis
    Matrix-3D
    GameNGen
    Genie 3
    Yume?
    Lingshu
    HuatuoGPT
    ?灵枢
    AntAngelMed
    蚂蚁医疗大模型
    InstanceAssemble
    SportsGPT
    VLMIR
    RunawayEvil
    LLM-in-Sandbox
    Gemma Scope
    Mio?
    BU-30B-A3B
    """
}
