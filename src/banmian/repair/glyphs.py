"""What the mending of strays knows of single characters: which may be strays, and which words and places tell."""

from __future__ import annotations

import re

ALWAYS = frozenset("帘丰儿坏听虫扑筑荐么几后愿夸仆挂并")
"""Characters of both scripts that in Traditional text are strays wherever no word of their own holds them."""

BY_WORD = frozenset(
    "出帘愈向姜干系佣划采征舍卷折谷范扎致制回表板辟只云秋千余松斗郁咸面丰丑里准于游御台涌胡蒙症困伙克修签吁症冲卜刮喂折朴涂晒"
)
"""Characters of both scripts that are strays where their word says so."""

KEPT = re.compile(
    r"小伙|[煤料漏铲車车翻烟煙北泰熨筋][斗]|斗(?:笠|拱|室|櫃|柜|篷|膽|胆)|(?<![簡简買买])[單单]于(?=[\u3400-\u9fff])|占卜|卜[卦筮算居]|[未預预]卜|准印|准[許许予入]|(?<![看說说摸拿吃測测瞄算量對对掐抓秤錶表鐘钟報报得准])不准(?![確确])|[批獲获核特照]准|未准(?![時时確确備备])|老少咸宜|咸[豐丰陽阳寧宁]|"
    r"丑[行角旦生末時时年月日婆兒儿]|[小文武名]丑|[乙丁己辛癸]丑|里弄|[鄰邻舊旧]里|里中|各里|里(?:[程巷坊]|[長长](?!出)|(?=里[長长]))|公里|[華华英海]里|茶几|几案|"
    r"平台|(?<=[舞站月講讲陽阳窗灶櫃柜看後后前電电上下亭樓楼塔烽砲炮吧擂])台|台[州北南灣湾中東东胞商海幣币階阶]|了解|依托|委托|"
    r"人云亦云|云云|[詩诗古子書书]云|所云|某君云|[語语][記记]者云|(?<=[人士])云(?=。)|[氏者]云(?=[：，「])|干[涉預预戈擾扰支將将系]|若干|相干|[欄栏]干|"
    r"丰[采姿神韻韵標标子]|三丰|仆[倒街]|前仆|划[船槳桨算艇水拳]|[佣]金|[山河峽峡溪]谷|谷[底地歌]|[計计]于|胡[同琴說说亂乱鬧闹蘿萝椒桃]|"
    r"回[收家應应答覆复歸归到來来去頭头想憶忆顧顾報报]|[宿校房農农寒館馆]舍|舍[友弟利]|[力儀仪]表|折[合算返扣抵舊旧]|蒙蔽|扎扎|扎[實实根]|硬面(?=[本抄筆笔])|[試试答考手畫画書书問问案]卷|采[邑風风]|[風风神文]采|"
    r"[長长出遠远]征|征[戰战途程服討讨伐]|(?<![東东哈沙])阿[松云丑范]"
)
"""Words in which the character is right as it is in Traditional text."""

MAY_BE_KEPT = frozenset(KEPT.pattern)
"""The characters of these words, and some more; no other needs to be looked for in them."""

TIMES = re.compile(r"[0-9０-９一二三四五六七八九十百千万萬億亿兩两數数幾几半〇零]$")
"""What stands before a measure: 250 余家, 三只, 十里."""

NAMED_AFTER_ALL = re.compile(
    r"(?:的|[書书][記记]|主任|[記记]者|老[師师]|局[長长]|[長长]|社工|[居村市農农漁渔]民|[職职]工|[醫医]生|[護护]士|、)"
    r"(后(?![面續续代備备勤人盾半方期果廚厨院台來来門门排腦脑山街衛卫輩辈事世天年第廂厢座窗邊边頭头腳脚悔退再又才就便即幾几兩两一二三四五六七八九十])"
    r"[\u3400-\u9fff])[\u3400-\u9fff]"
    r"|(后[先女])(?:生|士)|(后家)[村宅浜橋桥弄灣湾塘堰墩里巷]"
)
"""后 as a surname: where an office or 的 stands before it, before a title, in a hamlet's name."""

COUNTED = re.compile(
    r"[0-9０-９一二三四五六七八九十百千万萬兩两數数幾几][多餘余來来]$|[：；，。、:;,“「『][一二兩两三四五六七八九十]$"
)
"""What stands before 只 where it counts, whatever follows: 一千多只, 「：一只是…」."""

MASTER = re.compile(r"(?:工程|设计|会计|建筑|规划|评估|造价|[律医厨技药讲茶琴牧])师$")
"""Whose work ends in 師: a 范 after it, before a likely given name, is a surname (工程師范守信) and no 師範."""

MODEL = re.compile(r"[规模师典示防风就垂遗]范|范[围例本畴文式]")
"""Words of 範; everywhere else 范 is a surname or a place."""

INNER = frozenset(
    "器室馆店厅院校园房楼屋家村镇区市县乡街巷弄路桥河江湖海水汤锅田地山林洞井泉沟渠池塘沙泥土雪雨雾风云夜梦心眼耳嘴鼻手脑肚怀袋包箱柜桌床门窗墙碗盘杯瓶桶盆炉灶缸罐篮筐框车船艇站场厂库仓棚架"
    "队班组群圈团会信书报刊页画片镜机网线图表账本册口岸港湾滩岛城郊栏亭庙寺堂殿宫衣裙裤鞋帽被套间话歌曲戏剧课文句词字摊铺铛笼匣盒壳缝坑窝巢圃苗廊费款单案录忆神音声段章节目囊堆丛流潮脸额资户"
    "年月天子人员腰议期稿料菜饭米粮酒茶药草树火烟影血骨肉喉腔部局所科司行级层界空气浪冰油视幕息据程划约题件集史说事典量"
)
"""What a thing can be in: after a word that ends on one of these, a lone 里 is 裡 (爛泥里, 值班室里)."""

FIRST_IN_WORD = {
    "余": frozenset(
        [
            "余地",
            "余热",
            "余下",
            "余额",
            "余波",
            "余生",
            "余韵",
            "余暇",
            "余音",
            "余味",
            "余晖",
            "余粮",
            "余钱",
            "余震",
            "余温",
            "余款",
            "余量",
            "余票",
            "余数",
            "余孽",
            "余脉",
            "余裕",
            "余辉",
            "余留",
            "余存",
            "余利",
            "余毒",
            "余烬",
            "余悸",
            "余党",
            "余光",
            "余兴",
            "余力",
        ]
    ),
}
"""Surnames that begin few words: elsewhere at a word's head they are names."""

ONLY_IN: dict[str, frozenset[str]] = {
    "划": frozenset(
        [
            "计划",
            "规划",
            "策划",
            "划分",
            "谋划",
            "划定",
            "企划",
            "筹划",
            "区划",
            "划归",
            "划拨",
            "划线",
            "划界",
            "划时代",
            "划清",
            "划一",
            "整齐划一",
            "出谋划策",
            "笔划",
            "划转",
            "划片",
            "划设",
            "计划性",
            "规划局",
            "规划师",
            "计划书",
            "规划院",
        ]
    ),
    "游": frozenset(
        [
            "旅游",
            "游客",
            "游览",
            "游玩",
            "游戏",
            "导游",
            "春游",
            "秋游",
            "郊游",
            "出游",
            "游园",
            "游行",
            "周游",
            "游子",
            "漫游",
            "游记",
            "游艺",
            "游乐",
            "游说",
            "游历",
            "夜游",
            "云游",
            "巡游",
            "游街",
            "畅游",
            "游学",
            "同游",
            "重游",
            "游山玩水",
            "一日游",
            "自驾游",
            "乡村游",
            "研学游",
            "神游",
            "远游",
        ]
    ),
    "回": frozenset(["巡回", "迂回", "轮回", "回旋", "回避", "回廊", "回荡", "巡回演出", "峰回路转"]),
    "愈": frozenset(["痊愈", "治愈", "愈合", "自愈", "病愈", "治愈率"]),
    "向": frozenset(["向往", "向导"]),
    "姜": frozenset(["生姜", "姜汤", "姜茶", "姜片", "姜丝", "姜末", "姜汁", "葱姜", "红糖姜茶"]),
}
"""Characters that are something else in most of their words; strays in these alone (划船 stays, 计划 does not)."""

PERSON = frozenset(
    "人长员任记者师生民工手匠家属友户嫂叔伯婶爷奶妈爸姐妹弟士兵警医官傅委表总理导星主叫的"
    "　 ，。、；：！？,.;:!?“”‘’「」『』（）()【】□■"
)
"""What stands before a name: words for people end so, and marks and spaces do."""

ROLES = re.compile(
    r"(?:老师|师傅|[茶厨教技药律讲]师|工程师|会计师|设计师|知青|法官|检察官|医生|护士|记者|教练|教授|主任|书记|[局校院馆厂店所站队会社处科组班村镇区县市部团园]长|经理|老板|店主|司机|徒弟|学徒|弟子|女儿|儿子|妻子|丈夫|孙子|孙女|"
    r"[村居市农渔牧股]民|学生|同学|演员|艺人|工人|老人|匠人|传人|[委队党团学职教会店船]员|代表|专家|社工|志愿者|负责人|创始人|骑手|摊主|户主|民警|战士|[爷奶伯婶嫂姨])$"
)
"""Words for a person's work or place, right before the name."""

NO_GIVEN = {
    "余": frozenset("下额款地热生波粮存量外音威孽年人万名家个里元次悸"),
    "干": frozenset("活部事警群线将净脆燥涉预杯旱劲嘛吗什得了过不着起完一出到好农重家累满体木夜粗细零"),
    "范": frozenset("围例本畴文式读唱"),
    "云": frozenset("集游雾端彩层计上签课平诊"),
    "党": frozenset("员委组支章政内纪建旗史风课校性派中群外总报的和在是要代工小团务籍费龄媒徽旨规媒政"),
    "种": frozenset("子植类树田粮菜地苗群族花的了下出养过着上在到满好果瓜茶草姜油豆麦稻棉药源公群业质系"),
}
"""What follows these characters where they are no surname."""

GIVEN = frozenset(
    "立伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文辉玲红春梅海波志建国德昌成振邦林峰永庆龙飞鹏俊宏亮东山兰凤珍珠玉莲香月清新学根宝福贵荣发祥兴旺盛达康宁雅思雨晨曦轩涵怡欣悦嘉诗梦晓蓉慧琴琳芬菊仁义礼智信忠孝廉良善诚正方圆松柏柳杨桦柱梁江河川"
    "露懋茜冰莹倩婷菲薇萍妍宇泽浩凯翔锋斌彬鑫淼钧权坤勤恒恩惠慈懿昕昊旭晗晴晶曼朗桐楠楚毅沁沛泓洁洪淑渊湘潇潮澄瀚炜煜熙瑜瑞瑶璐璇皓睿竹筠素维翠耀聪舒芝若茂茹菁萌蔚蕾虹裕贞贤越远迪逸遥铭锦雄雯霖霜青顺颖馨骏鸣鸿麟黎"
)
"""Characters that given names are made of."""

TITLED = re.compile(
    r"师傅|先生|女士|老师|阿姨|阿婆|大[爷妈伯叔姐]|[伯爷奶]{2}|书记|主任|[局区镇县所队校院行馆]长|经理|教授|医生|总[，。说的]"
)
"""What follows a surname."""

DRY = re.compile(r"(?:[晒烘擦吹晾烤口舌唇喉泪漆墨土泥塘井][不得没]?|[地路]面|衣服|头发|水分)$")
"""What dries or is dry: after these a lone 干 is 乾, elsewhere 幹."""

ANIMAL = re.compile(r".{0,3}[猫狗鸡鸭鹅鸟兔羊猪鼠鹤雁鸽蝶虫蟹獾狸猴龟鹭箱碗瓶杯桶篓篮筐壶盆罐锅缸坛盒]")
"""What 只 counts after 有, 每 and the like."""

RIGHT = re.compile(r"拮据|厘|万俟|种[师師放]|姓种")
"""Words in which even a character of Simplified text alone is right."""

MAY_BE_RIGHT = frozenset(RIGHT.pattern)
"""As `MAY_BE_KEPT`."""

NO_MEASURE = frozenset("有是能要为剩好怕见需得会想当顾管不可够差待求图说")
"""What follows 只 where it means "only"."""

WITHIN = frozenset(
    [
        "社区",
        "小区",
        "院子",
        "教室",
        "车间",
        "街道",
        "文件",
        "食堂",
        "厨房",
        "房间",
        "商场",
        "市场",
        "超市",
        "公园",
        "弄堂",
        "楼道",
        "巷子",
        "学生",
        "考生",
        "师生",
        "员工",
        "职工",
        "民工",
        "居民",
        "村民",
        "作业",
        "合同",
        "历史",
        "黑暗",
        "阳光",
        "月光",
        "灯光",
        "目光",
        "暑假",
        "寒假",
        "冬天",
        "春天",
        "生活",
        "眼睛",
        "系统",
        "平台",
        "故事",
        "记忆",
        "镜头",
        "画面",
        "书本",
        "课堂",
        "医院",
        "学校",
        "办公室",
        "会议室",
        "活动室",
        "客厅",
        "阳台",
        "菜场",
        "菜市场",
        "老街",
        "村子",
        "城市",
        "农村",
        "家门口",
        "口袋",
        "抽屉",
        "箱子",
        "信箱",
        "电话",
        "手机",
        "群",
        "心",
        "眼",
        "手",
    ]
)
"""After these, a lone 里 is 裡."""

FORMS = (
    "裡裏",
    "為爲",
    "眾衆",
    "群羣",
    "線綫",
    "啟啓",
    "麵麪",
    "峰峯",
    "床牀",
    "秘祕",
    "濕溼",
    "衛衞",
    "產産",
    "說説",
    "強强",
    "戶户",
    "內内",
    "教敎",
    "絕絶",
    "溫温",
    "錄録",
    "台臺",
    "污汙",
    "著着",
    "嘗嚐",
    "曬晒",
)
"""Forms of one Traditional character that papers choose between; the first where the issue does not say."""

OLDER_AND_NEWER = frozenset(("戶户", "內内", "強强", "溫温", "說説", "產産", "絕絶", "錄録"))
"""Of these Traditional print has an older and a newer form; a paper keeps to one kind."""

TERRACES = re.compile("台州|天台[山县]|兄台|台[鉴启]")
"""Where a paper that prints 臺 prints 台."""

IN_SIMPLIFIED: dict[str, tuple[str, re.Pattern[str]]] = {
    "乾": ("干", re.compile("乾[隆坤陵卦清县嘉安宁州元封道符]|康乾")),
    "瞭": ("了", re.compile("瞭[望哨]")),
    "藉": ("借", re.compile("[慰狼枕蕴]藉|藉[口此由]")),
    "徵": ("征", re.compile("宫商角徵|魏徵")),
}
"""Characters that Simplified print uses in a few words alone: what they are elsewhere, and those words."""
