package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.json.JsonOut;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was planted in a sample book, as it is written beside it. */
public final class PlantedTruths {

    static final LocalDate MERGED_ON = LocalDate.of(2025, 10, 1);
    static final LocalDate SPLIT_ON = LocalDate.of(2025, 7, 1);
    static final LocalDate BACK_DATED_START = LocalDate.of(2026, 4, 1);
    static final LocalDate BACK_DATED_SIGNED = LocalDate.of(2026, 3, 10);
    static final LocalDate LET_GO_ON = LocalDate.of(2026, 5, 20);
    static final LocalDate UNPAID_LOST_ON = LocalDate.of(2026, 4, 1);
    static final LocalDate COLLECTED_ON = LocalDate.of(2026, 5, 21);
    static final LocalDate SAID_LOST_ON = LocalDate.of(2026, 5, 4);
    static final LocalDate FIRST_LOST_ON = LocalDate.of(2025, 6, 1);
    static final LocalDate RETURNED_ON = LocalDate.of(2026, 2, 1);
    static final LocalDate OVERDUE_SINCE = LocalDate.of(2026, 6, 10);
    static final int RANK_OF_FALSE_PRICE = 3;
    static final LocalDate NOTICE_ON = LocalDate.of(2026, 6, 1);
    static final LocalDate MID_MARKET_FALLS = LocalDate.of(2026, 1, 1);
    static final LocalDate TWO_CSMS_SINCE = LocalDate.of(2026, 3, 2);
    static final LocalDate PLAY_STARTED = LocalDate.of(2026, 6, 8);
    static final LocalDate EXPIRED_PLAY_STARTED = LocalDate.of(2026, 4, 20);
    static final int RANK_OF_EXPIRED_PLAY = 1;
    static final int RANK_OF_RIGHT_OVERRIDE = 5;
    static final Span RIGHT_OVERRIDE = Span.between(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 3, 16));
    static final Span WRONG_OVERRIDE = Span.between(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 4, 1));
    static final Span OVERRIDE_IN_FORCE = Span.between(LocalDate.of(2026, 6, 15), LocalDate.of(2026, 8, 15));
    static final double STATED_SCORE = 45;
    static final double HEADS_BEYOND_SEATS = 6000;
    static final LocalDate PAYS_LESS_SINCE = LocalDate.of(2026, 3, 16);
    static final double PAYS_LESS = 9_500;
    static final int QUIET_CONSUMER = 9;
    static final int GONE_CONSUMER = 15;
    static final int FAN_CONSUMER = 21;
    static final int SAVING_CONSUMER = 27;
    static final LocalDate HANDED_TO_NOBODY = LocalDate.of(2026, 1, 5);
    static final LocalDate EXPORT_SAID = LocalDate.of(2026, 6, 4);
    static final LocalDate SECOND_VERSION = LocalDate.of(2025, 1, 1);
    static final int SOONER_DAYS = 40;
    static final int SLOWER_DAYS = 25;
    static final Span GAP = Span.between(LocalDate.of(2025, 12, 15), LocalDate.of(2026, 1, 26));

    private static final int SHARES_SHOW_FROM = 100;

    private final long seed;
    private final int size;
    private final List<PlantedTruth> truths = new ArrayList<>();

    private PlantedTruths(long seed, int size) {
        this.seed = seed;
        this.size = size;
    }

    /** When the sponsor of a rank left. */
    static LocalDate sponsorLeft(int rank) {
        return SampleBook.UNTIL.minusDays(12 + 15L * rank);
    }

    static List<PlantedTruth> of(long seed, int size) {
        PlantedTruths planted = new PlantedTruths(seed, size);
        planted.addAboutUsage();
        planted.addAboutPeople();
        planted.addAboutContracts();
        planted.addAboutEscalations();
        planted.addAboutStates();
        planted.addAboutPlays();
        planted.addAboutHealth();
        planted.addAboutRetention();
        planted.addAboutTeam();
        planted.addAboutSurveys();
        planted.truths.addAll(JourneyTruths.of(seed, size));
        planted.truths.addAll(ReviewTruths.of(seed, size));
        planted.truths.addAll(GrowthTruths.of(seed, size));
        planted.truths.addAll(SegmentTruths.of(seed, size));
        planted.truths.addAll(TeamTruths.of(size));
        planted.truths.addAll(TrialTruths.of(size));
        planted.truths.addAll(SponsorTruths.of(seed, size));
        return List.copyOf(planted.truths);
    }

    static List<PlantedTruth> ofConsumers(int size) {
        return SegmentTruths.ofConsumers(size);
    }

    private void addAboutUsage() {
        add(
                "usage-falls-at-risk",
                "Six enterprise customers lost 40 to 70 % of their usage within the last 90 days, and must"
                        + " be decided on within 120 days: they are the most at risk.",
                Plant.FALLING_USAGE);
        add(
                "usage-fell-before-churn",
                "Six enterprise customers left after their usage had fallen in the same way within" + " 90 days.",
                Plant.LOST_AFTER_FALL);
        add(
                "seats-nearly-used-up",
                "One customer uses 95 % of its seats or more: it can be expanded.",
                Plant.SEATS_USED);
        add(
                "could-pay-much-more",
                "The same customer has 6,000 people and pays for few of them: who comparable customers are and pay puts it"
                        + " on the top tier of potential.",
                Plant.SEATS_USED);
    }

    private void addAboutPeople() {
        add(
                "sponsor-left",
                "The sponsors of three customers left within the last 60 days, though usage is fine.",
                Plant.SPONSOR_LEFT);
        add(
                "no-csm-now",
                "One customer has had no CSM since 1 March 2026, when the last one left.",
                Plant.OWNERLESS_NOW);
        add(
                "no-csm-last-winter",
                "One customer had no CSM from 15 December 2025 to 25 January 2026.",
                Plant.OWNERLESS_LAST_WINTER);
        add("two-csms", "One customer has had two CSMs at once since 2 March 2026.", Plant.TWO_CSMS);
    }

    private void addAboutContracts() {
        add(
                "notice-deadline-missed",
                "The last day for notice on one unhappy customer's contract was 20 June 2026; it"
                        + " renews by itself on 18 September 2026.",
                Plant.MISSED_DEADLINE);
        add(
                "notice-given",
                "One strategic customer gave notice on 1 June 2026 and leaves on 1 October 2026.",
                Plant.NOTICE_GIVEN);
        add(
                "renewal-back-dated",
                "One renewal was signed on 10 March 2026 and entered on 19 March 2026.",
                Plant.BACK_DATED_RENEWAL);
        add(
                "merged",
                "One customer was taken over by another on 1 October 2025, seats and all.",
                Plant.MERGED_AWAY,
                Plant.TOOK_OVER);
        add("split-off", "One customer was split off another on 1 July 2025.", Plant.SPLIT_OFF, Plant.SPLIT);
    }

    private void addAboutEscalations() {
        add(
                "invoices-long-overdue",
                "Two customers have an invoice that is overdue for more than 60 days: to finance.",
                Plant.OVERDUE);
        add(
                "recurring-defect",
                "Five customers reported the same defect four times within 90 days, once urgently: to engineering.",
                Plant.RECURRING_DEFECT);
        add("sales-expectation-unmet", "Two customers miss what sales promised: to sales.", Plant.SALES_EXPECTATION);
        add(
                "use-case-not-reached",
                "Three customers did not reach their use case by its date: to customer success.",
                Plant.UNREACHED_USE_CASE);
    }

    private void addAboutStates() {
        add(
                "group-with-red-child",
                "In one group the parent is healthy and a subsidiary is not (the second named).",
                Plant.HEALTHY_PARENT,
                Plant.RED_CHILD,
                Plant.HEALTHY_CHILD);
        add(
                "no-data",
                "Of one customer nothing is known beyond its contract and who looks after it: its health is"
                        + " unknown, not red.",
                Plant.NO_DATA);
        add("stuck-in-onboarding", "One customer has been in onboarding for 200 days.", Plant.STUCK_IN_ONBOARDING);
    }

    private void addAboutPlays() {
        add(
                "save-play-runs",
                "A save play has run with one unhappy enterprise customer since 8 June 2026; its review was due on 22 June"
                        + " and it expires on 20 July.",
                Plant.SAVE_PLAY_RUNS);
        add(
                "not-talked-to",
                "Nobody has talked to one strategic customer for two months, who must be decided on soon: no hour saves"
                        + " more than the one it takes to call.",
                Plant.NOT_TALKED_TO);
        addAboutOne(
                Plant.FALLING_USAGE,
                RANK_OF_EXPIRED_PLAY,
                "save-play-expired",
                "The save play with one of those whose usage falls expired on 1 June 2026: the customer is back on the"
                        + " list.");
        addAboutOne(
                Plant.FALLING_USAGE,
                0,
                "hours-do-not-suffice",
                "Two customers of one CSM, whose usage falls, decide on 9 August 2026: there are hours for one of them,"
                        + " this one lies beyond.",
                OwnerWriter.CSM_SHORT_OF_HOURS);
    }

    private void addAboutHealth() {
        add(
                "health-overridden",
                "The CSM of one enterprise customer has stated a score of 45 since 15 June 2026, until 15 August; what is"
                        + " computed is far above.",
                Plant.UNHAPPY_SPONSOR);
        addAboutOne(
                Plant.LOST_AFTER_FALL,
                RANK_OF_RIGHT_OVERRIDE,
                "override-was-right",
                "One CSM stated red on 12 January 2026, when the score did not; the customer left on 11 March.");
        add(
                "override-was-wrong",
                "One CSM stated red from 2 February 2026 until 1 April; the customer renewed on 10 March, as the score had"
                        + " it.",
                Plant.BACK_DATED_RENEWAL);
        if (size < SHARES_SHOW_FROM) {
            return;
        }
        add(
                "family-rolled-up",
                "In one group the parent's health is that of the group by what each pays, and below its own.",
                Plant.HEALTHY_PARENT,
                Plant.RED_CHILD,
                Plant.HEALTHY_CHILD);
        truths.add(new PlantedTruth(
                "scorecard-revised",
                "The scorecard of all but small customers was revised on 1 May 2026: since the quarter before, scores moved"
                        + " for that as well.",
                List.of(),
                List.of(),
                List.of(Tier.MID_MARKET.id(), Tier.ENTERPRISE.id(), Tier.STRATEGIC.id()),
                List.of()));
        truths.add(new PlantedTruth(
                "small-scored-otherwise",
                "Small customers, whom nobody is to talk to, are scored by a scorecard of their own.",
                List.of(),
                List.of(),
                List.of(Tier.SMALL.id()),
                List.of()));
    }

    private void addAboutRetention() {
        add(
                "growth-masks-a-loss",
                "One strategic customer let a contract of 30,000 go on 20 May 2026, having signed another of 42,000: it"
                        + " has grown by account, and lost a contract by contract.",
                Plant.HEALTHY_PARENT);
        addAboutOne(
                Plant.LOST_AFTER_FALL,
                RANK_OF_FALSE_PRICE,
                "price-said-usage-gone",
                "One enterprise customer said it left for the price; its usage had fallen before.");
        add(
                "unpaid-said-price",
                "One customer left on 1 April 2026 with invoices unpaid since the autumn, and is said to have left for the"
                        + " price: involuntary, counted as voluntary.",
                Plant.PAYMENT_FAILED);
        add(
                "said-lost-still-there",
                "One customer is said to be lost since 4 May 2026, and its contract runs on.",
                Plant.SAID_TO_BE_LOST);
        add("came-back", "One customer left on 1 June 2025 and came back on 1 February 2026.", Plant.RETURNED);
        add(
                "renewal-overdue",
                "One customer's contract ran out on 10 June 2026; nobody has signed, and nobody has said that it is lost.",
                Plant.RENEWAL_OVERDUE);
    }

    private void addAboutOne(Plant plant, int rank, String id, String sentence, String... members) {
        int place = plant.places().get(rank);
        if (place < size) {
            Profile profile = Profile.of(seed, place);
            truths.add(new PlantedTruth(
                    id,
                    sentence,
                    List.of(profile.id()),
                    List.of(contractOf(profile)),
                    List.of(profile.tier().id()),
                    List.of(members)));
        }
    }

    /** What shows only in the shares of a whole book. */
    private void addAboutTeam() {
        if (size < SHARES_SHOW_FROM) {
            return;
        }
        truths.add(new PlantedTruth(
                "high-touch-does-not-pay",
                "Most mid-market customers pay 10,000 to 20,000 euro a year:"
                        + " under high touch, their hours cost more than the margin that is aimed at allows.",
                List.of(),
                List.of(),
                List.of(Tier.MID_MARKET.id()),
                List.of()));
        truths.add(new PlantedTruth(
                "csm-overloaded",
                "The first CSM named looks after most of the mid-market in a part-time"
                        + " week, the second after few.",
                List.of(),
                List.of(),
                List.of(),
                List.of("csm-elif", "csm-grace")));
    }

    private void addAboutSurveys() {
        add(
                "sponsor-unhappy-users-happy",
                "The sponsor of one enterprise customer is a detractor, though champion and administrator would recommend.",
                Plant.UNHAPPY_SPONSOR);
        if (size < SHARES_SHOW_FROM) {
            return;
        }
        truths.add(new PlantedTruth(
                "nps-falls",
                "In one segment the answers to the question of recommendation are about two points lower since 2026;"
                        + " in the others they are not.",
                List.of(),
                List.of(),
                List.of(Tier.MID_MARKET.id()),
                List.of()));
        truths.add(new PlantedTruth(
                "silent-before-churn",
                "Customers who left had not answered for some 300 days before, the others more often than not.",
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    private void add(String id, String sentence, Plant... plants) {
        List<String> customers = new ArrayList<>();
        List<String> contracts = new ArrayList<>();
        List<String> segments = new ArrayList<>();
        for (Plant plant : plants) {
            for (int place : plant.places()) {
                if (place >= size) {
                    return;
                }
                Profile profile = Profile.of(seed, place);
                customers.add(profile.id());
                contracts.add(contractOf(profile));
                if (!segments.contains(profile.tier().id())) {
                    segments.add(profile.tier().id());
                }
            }
        }
        truths.add(new PlantedTruth(id, sentence, customers, contracts, segments, List.of()));
    }

    static String contractOf(Profile profile) {
        String id = "";
        for (Deal deal : Deal.of(profile)) {
            if (!deal.start().isAfter(SampleBook.UNTIL)) {
                id = deal.id();
            }
        }
        return id;
    }

    /**
     * Writes the truths as {@code planted-truths.json} has them.
     *
     * @param book  the book they are in
     * @param out  where the document goes
     */
    public static void write(SampleBook book, JsonOut out) {
        out.object(document -> document.field("asOf", SampleBook.UNTIL)
                .field("seed", book.seed())
                .field("customers", (long) book.size())
                .array("truths", truths -> book.truths().forEach(truth -> write(truth, truths))));
    }

    private static void write(PlantedTruth truth, JsonOut out) {
        out.object(object -> object.field("id", truth.id())
                .field("sentence", truth.sentence())
                .array("customers", ids -> truth.customers().forEach(ids::value))
                .array("contracts", ids -> truth.contracts().forEach(ids::value))
                .array("segments", ids -> truth.segments().forEach(ids::value))
                .array("members", ids -> truth.members().forEach(ids::value)));
    }
}
