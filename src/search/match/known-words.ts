/**
 * Everyday English and names of products that the site may lack: words that are spelt right, so
 * that they are not taken for misspelt words of the site.
 */
export const KNOWN_WORDS: ReadonlySet<string> = new Set(
  (
    "account accounts action actual advice ago agree air allow alone along already amount angry " +
    "apart appear area arrive art ask asked asking away awful back bad badly bank based basic " +
    "basically basis batch beat begin beginner beginning begins behind believe below best better " +
    "beyond big bigger bill bit bits black blame blank blue board book boot boots born boss both " +
    "bottom bought box boxes boy brand break breaks bring broke brought bug bugs build builds " +
    "built bunch busy buy call calling calm came car card care careful case cases catch caught " +
    "chance charge cheap chose clear clearly clever click close closer coffee colleague " +
    "colleagues color come common company complain complains complete confused confusing correct " +
    "cost costs count couple course cover crazy create crowd current custom customer customers " +
    "cut cuts daily dark dead deal dear deep despite developer dinner dirty discover docs dream " +
    "drive dropped dumb early easier easiest easily east easy eat eaten eating eats effect effort " +
    "eight else email employee empty english enjoy entire equal especially evening event " +
    "eventually exact exactly expect expected experience expert explain extra eye face fact fair " +
    "fairly fall falls family fancy far fast faster fastest favorite fear feel feels felt few " +
    "fewer fight figure fill final finally find fine finger fit five fix fixed fixes flat floor " +
    "fly follow food foot forget forgot form forward found four free fresh friday friend fun " +
    "funny future game gave general girl give given glad god gold gone good grab grand great " +
    "green grew ground group grow guess guest guy guys habit half hand happen happened happening " +
    "happens happy hard harder hardly hate head hear heard heart heavy held hello help helped " +
    "helpful helps hidden high hint hit hits hold home honest hope horrible hour hours house huge " +
    "human hurry idea ideas ignore imagine important impossible improve inside install instance internet " +
    "interesting issue issues item items january job join joke jump keeps key kick kid kill knew " +
    "know known laptop large last late lately later latest laugh lead learn least leave leaves " +
    "led left less lesson letter level lie life light line lines list listen little live lives " +
    "local locally logic lonely longer look looking loop lose lost lot lots loud love low lower " +
    "luck lucky lunch machine mad magic mail main manage manager march matter mean meaning means " +
    "meant meet meeting mess met middle midnight mind mine minor minute minutes miss missed " +
    "mistake mix monday money month months moon morning move moved movie music mystery name near " +
    "nearly neither never new newbie news next nice night nine nobody noise none noon normal " +
    "normally north note notes notice noticed number obvious odd offer office often okay older " +
    "oldest online opposite ops option order ordinary original otherwise ours outage outside paid " +
    "pain paper park part past pay people perfect perhaps person phone pick picks piece place " +
    "plain plan plane play please plenty plus point poor possible power practice prefer present " +
    "pretty price print prints probably problem problems produce product production project " +
    "proper prove pulled purpose put puts question quick quicker quickest quickly quiet quietly " +
    "quit random rare rarely reach reached read reader real reality realize reason recent " +
    "recently red related remember replace report result rid ride river road room rough round " +
    "rule run running runs sad safe safely said sales salt sat saturday save saw scared school " +
    "science screen second secure seeing seldom sell send sends sense sent separate serious set " +
    "seven several shape share sharp ship shipped shop short show shown shows sick side sign " +
    "silent silently similar simple simply single sit site six size skip sleep slept slight " +
    "slightly slow slower slowly small smaller smart smooth soft sold solution solve solved song " +
    "sooner sorry sort sound source south space speak special speed spend spent split spot spread " +
    "spring staff stage staging stand star stay step steps stick stone stood story straight " +
    "strange street strong stuff stupid style sudden suggest sum summer sun sunday support " +
    "suppose supposed surprise sweet table take taken takes taking talk tall task taught teach " +
    "team tell tells ten terrible test tested thank thanks theirs thing things think third " +
    "thought thousand three threw throw thursday tight till times tip tired today together told " +
    "tomorrow tonight took tool tools top total touch tough toward town train travel treat tree " +
    "trick trouble true trust truth tuesday turn turned turns twice two type typical ugly " +
    "understand understood unhappy unless until update upload useful useless usual usually vague " +
    "value various view visit voice waiting walk wall warm wash watch water weak wear weather " +
    "wednesday week weekend weeks weird went west whatever whenever white whole whose wide wife " +
    "wild win wind window winter wise wish woman wonder wondering wood word words work worked " +
    "works world worried worry worse worst worth write writes wrote year years yellow yesterday " +
    "young yours zero " +
    "ansible apache argo axios azure celery dbeaver debian django docker elastic express flask " +
    "flux github gitlab golang gradle grafana graphql istio jenkins kafka kotlin lambda laravel " +
    "linkerd linux mac macos maven mongo mongodb mysql netty nginx openshift oracle php postgres " +
    "postgresql prometheus python rabbitmq rails rancher react redis ruby rust scala sidekiq " +
    "swift symfony terraform tomcat traefik ubuntu unicorn vault windows wordpress"
  ).split(" "),
);
