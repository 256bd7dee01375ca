/**
 * Every answer of the HTTP door that is not a yes: its status and one sentence that says what to do (RFC 9457, `title`).
 * A link that is expired, revoked, invented or blocked and a wrong code are one and the same problem: `link-werkt-niet`.
 */
export const problems = {
  'link-werkt-niet': {
    status: 403,
    title: 'Deze link of code werkt niet (meer): vraag een nieuwe aan wie jou heeft uitgenodigd.',
  },
  'te-vaak': { status: 429, title: 'Dit is te vaak achter elkaar geprobeerd: wacht even en probeer het dan opnieuw.' },
  'sleutel-klopt-niet': {
    status: 403,
    title: 'Met deze sleutel kan geen bord worden gemaakt: vraag de beheerder om de juiste link.',
  },
  'niet-binnen': { status: 401, title: 'Je bent hier niet (meer) binnen: open je persoonlijke link opnieuw.' },
  'kies-deelname': {
    status: 409,
    title: 'Op dit apparaat doen meer mensen mee aan dit bord: kies eerst wie je bent.',
  },
  'niet-gevonden': { status: 404, title: 'Dit is niet gevonden: ga terug naar je eigen bord of open je link opnieuw.' },
  'mag-niet': { status: 403, title: 'Dit kan iemand anders aan tafel: vraag het aan de casusregisseur.' },
  'andere-herkomst': {
    status: 403,
    title: 'Dit verzoek kwam niet van onze eigen pagina: open het bord zelf en doe het daar.',
  },
  'geen-json': { status: 415, title: 'Stuur dit als JSON (Content-Type: application/json).' },
  'te-groot': { status: 413, title: 'Dit is te groot om aan te nemen: maak het kleiner en probeer het opnieuw.' },
  onleesbaar: { status: 400, title: 'Dit bericht is niet te lezen: ververs de pagina en probeer het opnieuw.' },
  ongeldig: { status: 400, title: 'Hier klopt iets niet: kijk de velden na en probeer het opnieuw.' },
  'persoon-onbekend': { status: 409, title: 'Deze persoon staat niet op het bord: zet de persoon er eerst op.' },
  'persoon-bezet': { status: 409, title: 'Voor deze persoon doet al iemand mee: trek die deelname eerst in.' },
  'scherm-alleen-tafel': {
    status: 409,
    title: 'Een groot scherm kan alleen het gedeelde bord tonen: kies alleen dat.',
  },
  'team-alleen-professionals': {
    status: 409,
    title: 'Het teamvak is alleen voor professionals die ook het gedeelde bord lezen: kies dit vak niet.',
  },
  'niet-te-kiezen': {
    status: 409,
    title: 'Deze persoon kan hier niet gekozen worden: kies een hulpverlener uit de lijst.',
  },
  'niet-van-jou': {
    status: 409,
    title: 'Deze kaart is van iemand anders: alleen die persoon kan bepalen wie hem leest.',
  },
  'hoort-daar-niet': { status: 409, title: 'Deze kaart kan daar niet staan: kies een andere plek.' },
  'verwijst-naar-elders': {
    status: 409,
    title: 'Deze kaart hoort bij iets dat daar niet te lezen is: verplaats dat eerst.',
  },
  'stap-laat-niet-toe': {
    status: 409,
    title: 'Dit kan in deze stap niet: wacht op een volgende stap, je kaart blijft staan waar hij staat.',
  },
  'ligt-er-niet-meer': { status: 409, title: 'Deze kaart ligt daar niet meer: kijk waar hij nu staat.' },
  'dag-voorbij': { status: 409, title: 'De laatste dag ligt in het verleden: kies een latere dag.' },
  'einddatum-kan-niet': {
    status: 409,
    title: 'Deze laatste dag kan niet: kies een dag vanaf vandaag die niet te ver weg ligt.',
  },
  'laatste-casusregisseur': {
    status: 409,
    title: 'Dit is de laatste casusregisseur van dit bord: nodig eerst een andere casusregisseur uit.',
  },
  'al-ingetrokken': { status: 409, title: 'Deze deelname is ingetrokken: nodig deze persoon opnieuw uit.' },
  'al-afgehandeld': { status: 409, title: 'Over deze persoon is al besloten: ververs de wachtkamer.' },
  'wachtkamer-vol': {
    status: 429,
    title: 'Er wachten al veel mensen: vraag de casusregisseur om eerst iemand binnen te laten.',
  },
  'versie-onbekend': { status: 404, title: 'Deze versie bestaat niet op dit bord: kies een versie uit de lijst.' },
  'versie-gewist': {
    status: 410,
    title: 'De inhoud van deze versie is op verzoek gewist: lees de versie die ervoor in de plaats is gekomen.',
  },
  'titel-klopt-niet': {
    status: 409,
    title: 'Dit is niet de titel van dit bord: typ hem precies over. Er is niets gewist.',
  },
  'ligt-nog-op-tafel': {
    status: 409,
    title: 'Dit ligt nog op tafel: haal het eerst van tafel, daarna kun je het definitief wissen.',
  },
  'geen-bijeenkomst': {
    status: 409,
    title: 'Er is nu geen bijeenkomst open: de casusregisseur kan er een voorbereiden en openen.',
  },
  'al-open': {
    status: 409,
    title: 'De bijeenkomst is al open: verander de agenda stap voor stap, of sluit haar eerst.',
  },
  'niet-jouw-regie': {
    status: 409,
    title: 'Iemand anders leidt deze bijeenkomst nu: neem eerst de regie over.',
  },
  'stap-onbekend': { status: 409, title: 'Deze stap kan nu niet: kijk bij welke stap jullie zijn.' },
  'te-veel-stappen': { status: 409, title: 'De agenda is vol: haal eerst een stap weg.' },
  'ronde-loopt': {
    status: 409,
    title: 'Iedereen schrijft nu al voor zich: onthul die ronde eerst, of stop haar.',
  },
  'ronde-voorbij': { status: 409, title: 'Deze ronde is al voorbij: begin een nieuwe.' },
  'tafel-dicht': { status: 409, title: 'De tafel is nu dicht: wacht tot de bijeenkomst open is.' },
  'staat-er-al': { status: 409, title: 'Een deel hiervan staat al op dit bord: er is niets veranderd.' },
  'import-beschadigd': {
    status: 400,
    title: 'Dit bestand is veranderd sinds het is opgeslagen: download het opnieuw. Er is niets veranderd op het bord.',
  },
  'import-nieuwer': {
    status: 400,
    title: 'Dit bestand komt van een nieuwere Samenbord: open het daar. Er is niets veranderd op het bord.',
  },
  'familiebestand-klopt-niet': {
    status: 400,
    title: 'Dit stamboombestand kan niet worden gelezen: kies een ander bestand. Er is niets veranderd op het bord.',
  },
  'te-veel-mensen': {
    status: 409,
    title:
      'Dit zijn te veel mensen voor één bord: kies de familie rond één persoon. Er is niets veranderd op het bord.',
  },
  'import-klopt-niet': { status: 400, title: 'Dit bestand is geen goed Samenbord-bestand: er is niets veranderd.' },
  'pdf-lukt-niet': {
    status: 503,
    title: 'De PDF kon nu niet worden gemaakt: probeer het opnieuw of open de HTML.',
  },
  'bord-niet-beschikbaar': {
    status: 503,
    title: 'Het bord is nu niet beschikbaar: wacht even en probeer het opnieuw.',
  },
  'alleen-lezen': {
    status: 503,
    title:
      'Er is iets mis met de opslag van dit bord, je kunt nu alleen lezen: waarschuw de beheerder, er is niets veranderd.',
  },
  'schijf-vol': {
    status: 507,
    title: 'Er is geen ruimte meer om op te slaan: waarschuw de beheerder, er is niets veranderd.',
  },
  'scherm-ontbreekt': { status: 503, title: 'De schermen zijn nog niet gebouwd: start Samenbord met npm start.' },
  fout: { status: 500, title: 'Er ging bij ons iets mis: probeer het opnieuw, er is niets half gedaan.' },
} as const;

export type ProblemCode = keyof typeof problems;
