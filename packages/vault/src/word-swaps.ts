/**
 * Words of the public lists that nobody should have to read aloud on a bad day (drugs, harm, death, blame, police,
 * illness), and plain ones that take their place. A test checks that each list keeps 2,048 distinct words.
 */
export const UNKIND = {
  en: `abuse accident accuse addict alarm alcohol alone anger angry anxiety arrest attack awful bitter blame bleak
    blood bomb bone bullet burden burst cancel chaos cigar clinic corrupt crash crazy cruel crumble cry damage danger
    decline defense defy denial deny despair destroy dirt disease dismiss disorder divorce dizzy doctor drastic drink
    drip drop drum dumb dwarf evil evidence exhaust exile expire fail faint fake fall false fatal fatigue fault fever
    fiction filter fire foil force fragile frown ghost grief grit guard guilt gun hammer hazard horror hospital hurt
    idle illegal illness inflict inhale inject injury inmate insane jealous junk kick kid kidney knife lawsuit lazy
    leaf liar limb lonely lose loud mad maid mask medicine misery mistake mix monster muscle nasty neglect nerve
    nervous noise nothing obey obscure odor pain panic patch patient pelican penalty pill pipe pistol pitch police
    poverty powder prison problem punch puppet race razor recycle regret reject release rescue resist rifle risk riot
    rob rubber rude sad sadness scare scorpion scrap scrub search seed shadow shaft sheriff shoot shove shrug sick
    siege skin slam slave sleep slender slice slim slot slow slush smoke snake sniff soul speed spike spin spoil spoon
    stab stereo stick stomach stove strike stuff stumble suffer surge suspect swallow swamp sword target temper tent
    test thief threat tired tissue tobacco tongue torture toss toxic tragic trap trash trauma trial trick trigger
    trouble turmoil twist ugly unable uncover undo unfair unhappy uniform useless vacant vault venom veteran victim
    violate virus void volcano wage want warfare waste weapon weird whip wild wine wink wolf worry wound wreck
    wrestle wrong`.split(/\s+/),
  es: `aborto abuso acoso adicto afición ahogo aislar ajuste alarma alcohol amargo anciano apetito apodo arduo arma
    asalto asco atar ataque atraco autor avería azar bala banda batalla bestia bronca bruja bruto bulto burla buscar
    caer caos caída calvo cáncer cárcel caries castigo celda celoso cerdo choque ciego cinta clínica colapso coma
    combate crimen crisis cruel culpa débil deber delito deuda diablo dieta doctor dolor dopar droga duelo duda enano
    enfado enfermo engaño enojo error esclavo escudo espina espía estafa evitar exceso fallo falso fango fatal feo
    feroz fiebre fingir forense fosa fracaso frágil frenar fuego fuga fumar furia fusil gancho garra golpe gordo
    gritar grito guerra hacha herida herir hielo hongo horror huelga hueso huida humo huir hundir inútil infiel
    inyectar ira jabón jaula jeringa juez ladrón lágrima látigo lento lesión ley llanto locura loco lucha luto lujo
    malo mancha marca matar medir mente mentir miedo miseria morir muerte muro nadie nervio nulo obeso ocaso ocio
    odio olvido oscuro pánico pastilla pecado pelea pena perder pésimo pinza pobre polvo presión preso problema
    prohibir rabia raro rata rehén reja reposo reptil resto riesgo rival robo rogar ronco rudo ruido ruina rumor
    sangre secta secreto seco sed sida soga soledad sudor sufrir suicida susto tabaco tapa temor tenso terror testigo
    tiro torpe tortura tos tóxico trampa trauma tregua triste tumba tumor turbio úlcera usar vacío vago vena veneno
    venda vergüenza víctima vicio viejo violar virus vómito yerno`.split(/\s+/),
} as const;

export const PLAIN = {
  en: `acorn alder almond amber anemone apricot aspen aster auburn badger bagel bakery barley basil bayleaf beaver
    beech berry birch biscuit bluebell bobbin bonnet bouquet bracken bramble brook buckle burrow buttercup button
    cabbage candle canary caraway cardigan carrot cashew cedar celery chalk cherry chestnut chive cider cinnamon clover
    cobble cockle cocoa compass conifer copper cottage cottonwood cowbell crayon cricket crocus cuckoo cushion daffodil
    daisy dandelion denim dewdrop dolphin doorbell dove drizzle duckling dune earring eider elderberry elm ember emerald
    fennel fern ferret fiddle finch fir flannel flax flute foxglove freckle gable gallery garnet gazebo ginkgo ginseng
    goblet gondola gooseberry gosling granite grape gravy greenery hamlet hammock harbor harp hawthorn hazel heather
    hedge heron hickory hillside holly honey honeydew iris ivory ivy jasmine jigsaw juniper kale kayak kettle kiosk
    lagoon lantern larch lavender leek lentil lichen lilac lily lime linen lotus lupin magpie mallow maple marigold
    marjoram meadow melon millet mint mistletoe mitten moorland moss mulberry mustard nectar nettle newt nutmeg oak oasis
    oatmeal orchard oregano otter paddock pansy papaya paprika parsley parsnip pasta pastry peach pebble
    peony pepper petal petunia pine pistachio plum pond poplar poppyseed porridge primrose quilt quince radish raisin
    raspberry ravine reed robin rosemary rowan ruby saffron sage sandal sapling satin sesame shamrock shell shoelace
    shrub silk snowdrop snowflake sorrel sparrow spinach spruce starfish stream sunbeam sunflower swan sycamore
    tangerine teapot thatch thistle thyme topaz treehouse trellis trout tulip turnip velvetleaf violet walnut
    waterfall watermelon wheat whistle wicker wildflower willow windmill wisteria woodland woodpecker wool wren yarrow
    zinnia zucchini bluebird buttermilk caramel clementine cloudberry cornflower dahlia firefly goldfinch hazelnut hummingbird kingfisher lullaby moonlight nightingale oatcake pancake pinecone puddle rainbow riverbank sandcastle seagull skylark tadpole teacup whiskers woodpile`.split(
    /\s+/,
  ),
  es: `abedul abeto acacia acelga aceituna albahaca albaricoque alcachofa alerce alhelí alondra amapola amatista anís
    apio arándano arce ardilla arena arpa arroyo arveja avellana avena azafrán azucena bambú begonia bellota berenjena
    bizcocho bordado botella brezo brisa brócoli cacao cafetera calabaza caléndula campanario canela canario
    canasta canoa caracola castaña castaño cebada cedro cereza ciervo cigüeña cilantro ciprés ciruela clavel colibrí
    colina comino cortina crisantemo cuchara dalia dátil delfín durazno ébano encina eneldo enebro esmeralda espiga
    espinaca estrella eucalipto farola faro fresa fresno frambuesa frijol gardenia garbanzo gaviota geranio girasol
    golondrina gorrión granada grillo guisante guitarra hamaca haya helecho hierbabuena higo hinojo hogaza jacinto
    jardín jazmín jilguero judía lavanda lechuga lenteja limón lirio llovizna luciérnaga maceta madreselva magnolia
    maíz malva mandarina manzanilla margarita mariposa marfil melocotón membrillo menta merienda mimbre mirlo mirto
    molino montaña mora mosaico musgo nácar naranjo narciso nogal nube nutria oasis olivo olmo orégano orilla orquídea
    palmera pandereta pañuelo papaya pera peral perejil petirrojo pétalo pimentón pimiento pino piñón
    plátano pradera primavera puente puerro quinua rábano ramo remolacha repollo retama rosal roble romero ruiseñor
    salvia sandía sauce semilla sésamo setos sombrilla susurro tejado tetera tila tomillo topacio trébol trigal
    trigo tulipán turquesa uva valle vaina vainilla velero ventana vereda verbena violeta yuca zafiro zanahoria
    zarzamora zorzal acuarela almendra almíbar ajonjolí arcilla arcoíris bizcochuelo bufanda caballito cántaro capulí carrusel cascabel cebolla cerezo chirimoya cometa compota cuaderno dibujo duna empanada escalera esponja fogata galleta granizo guayaba hormiga jarra lana limonada llama manzano marea membrana mermelada mochila nectarina nido paloma panadero paraguas patio peine pincel piragua quetzal rocío sandalia silbato tapiz tortuga trompeta vela velero violín yogur`.split(
    /\s+/,
  ),
} as const;
