package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.StageEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who of the sample's organisation looks after a customer, and in which stage the customer is. */
final class OwnerWriter {

    static final String POOL = "pool-digital";
    static final String CSM_SHORT_OF_HOURS = "csm-daan";
    static final String FORMER_CSM = "csm-erik";
    static final LocalDate FORMER_CSM_LEFT = LocalDate.of(2026, 3, 1);
    static final String FORMER_EXECUTIVE = "ae-jonas";
    static final String QUICK_ONBOARDING = "onboarding-olivia";
    static final String SLOW_ONBOARDING = "onboarding-pavel";
    private static final int ONBOARDING_DAYS = 90;

    /** When the CSMs came to the company, as in organisation.json. */
    private static final Map<String, LocalDate> CAME = new TreeMap<>(Map.of(
            "csm-anna",
            LocalDate.of(2021, 3, 1),
            "csm-ben",
            LocalDate.of(2022, 1, 10),
            "csm-chloe",
            LocalDate.of(2022, 9, 1),
            "csm-daan",
            LocalDate.of(2023, 2, 1),
            "csm-elif",
            LocalDate.of(2023, 6, 1),
            "csm-freja",
            LocalDate.of(2024, 1, 15),
            "csm-grace",
            LocalDate.of(2023, 10, 1),
            FORMER_CSM,
            LocalDate.of(2021, 8, 1)));

    /**
     * A stay: of an owner with a customer, or of a customer in a stage.
     *
     * @param role  the role, or the stage
     * @param owner  the owner; empty for stages
     * @param days  how long
     */
    record Stay(String role, String owner, Span days) {}

    private OwnerWriter() {}

    static void write(Profile profile, Pen pen) {
        int number = 0;
        for (Stay stay : owners(profile)) {
            String id = profile.id("owner", ++number);
            pen.write(Ownership.SERIES, id, stay.days().from(), owner -> fill(owner, stay));
            stay.days()
                    .to()
                    .ifPresent(to -> pen.write(Ownership.SERIES, id, to, owner -> {
                        fill(owner, stay);
                        owner.with(Ownership.TO, to);
                    }));
        }
        SponsorTruths.write(profile, pen);
        writeStages(profile, pen);
    }

    private static void fill(EntryBuilder owner, Stay stay) {
        owner.with(Ownership.ROLE, stay.role())
                .with(Ownership.OWNER, stay.owner())
                .with(Ownership.FROM, stay.days().from());
    }

    /** Who looked after the customer in any role, by the first day. */
    static List<Stay> owners(Profile profile) {
        List<Stay> stays = new ArrayList<>();
        LocalDate joined = profile.joined();
        if (profile.tier().isNamed()) {
            csms(profile, stays);
            LocalDate onboarded = joined.plusDays(ONBOARDING_DAYS + slower(profile));
            boolean isStuck = profile.is(Plant.STUCK_IN_ONBOARDING);
            stays.add(new Stay(
                    "onboarding",
                    isQuick(profile) ? QUICK_ONBOARDING : SLOW_ONBOARDING,
                    isStuck ? Span.from(joined) : Span.between(joined, onboarded)));
        } else {
            stays.add(new Stay("pool", POOL, Span.from(joined)));
        }
        if (profile.tier().isLarge()) {
            stays.add(new Stay("account-executive", "ae-ines", Span.from(joined)));
        } else if (profile.is(Plant.SALES_EXPECTATION) && profile.rank() == 0) {
            stays.add(new Stay("account-executive", FORMER_EXECUTIVE, Span.from(joined)));
        }
        Optional<LocalDate> lost = profile.lostOn();
        stays.replaceAll(stay -> lost.isPresent() ? until(stay, lost.get()) : stay);
        stays.sort(Comparator.comparing((Stay stay) -> stay.days().from()).thenComparing(Stay::role));
        return stays;
    }

    private static boolean isQuick(Profile profile) {
        return profile.index() % 2 == 0;
    }

    /** By how many days the second version of the life cycle brings customers to value sooner. */
    private static int sooner(Profile profile) {
        return profile.joined().isBefore(PlantedTruths.SECOND_VERSION) ? 0 : PlantedTruths.SOONER_DAYS;
    }

    /** By how many days who onboards the customer takes longer than the quick one. */
    private static int slower(Profile profile) {
        return profile.tier().isNamed() && !isQuick(profile) ? PlantedTruths.SLOWER_DAYS : 0;
    }

    private static Stay until(Stay stay, LocalDate lost) {
        boolean isOver = stay.days().to().map(to -> !to.isAfter(lost)).orElse(false);
        return isOver
                ? stay
                : new Stay(stay.role(), stay.owner(), Span.between(stay.days().from(), lost));
    }

    private static void csms(Profile profile, List<Stay> stays) {
        LocalDate joined = profile.joined();
        String csm = csm(profile);
        LocalDate came = CAME.getOrDefault(csm, joined);
        LocalDate begins = came.isAfter(joined) ? came : joined;
        boolean hadErik = profile.dice("csm").chance(0.2) && profile.tier() == Tier.ENTERPRISE;
        if (hadErik && profile.is(Plant.NONE) && begins.isBefore(FORMER_CSM_LEFT)) {
            begins = FORMER_CSM_LEFT;
        }
        switch (profile.plant()) {
            case OWNERLESS_NOW -> stays.add(new Stay("csm", FORMER_CSM, Span.between(joined, FORMER_CSM_LEFT)));
            case OWNERLESS_LAST_WINTER -> {
                stays.add(new Stay("csm", "csm-daan", Span.between(joined, PlantedTruths.GAP.from())));
                stays.add(new Stay(
                        "csm", "csm-chloe", Span.from(PlantedTruths.GAP.to().orElseThrow())));
            }
            case TWO_CSMS -> {
                stays.add(new Stay("csm", "csm-elif", Span.from(joined)));
                stays.add(new Stay("csm", "csm-freja", Span.from(PlantedTruths.TWO_CSMS_SINCE)));
            }
            default -> {
                predecessors(stays, joined, begins);
                stays.add(new Stay("csm", csm, Span.from(begins)));
            }
        }
    }

    /** Who filled in before the one who owns the customer now came: the first CSM, then the one who has left since. */
    private static void predecessors(List<Stay> stays, LocalDate joined, LocalDate begins) {
        if (!begins.isAfter(joined)) {
            return;
        }
        LocalDate erik = CAME.getOrDefault(FORMER_CSM, joined);
        LocalDate change = erik.isAfter(joined) ? erik : joined;
        if (change.isAfter(joined)) {
            stays.add(new Stay("csm", "csm-anna", Span.between(joined, change.isBefore(begins) ? change : begins)));
        }
        if (change.isBefore(begins)) {
            stays.add(new Stay("csm", FORMER_CSM, Span.between(change, begins)));
        }
    }

    /** The CSM by tier and place; most of the middle lands with one of three. */
    private static String csm(Profile profile) {
        if (profile.is(Plant.FALLING_USAGE) && profile.rank() <= PlantedTruths.RANK_OF_EXPIRED_PLAY) {
            return CSM_SHORT_OF_HOURS;
        }
        return switch (profile.tier()) {
            case STRATEGIC ->
                switch (profile.country()) {
                    case DE, AT, CH, NL, BE -> "csm-anna";
                    default -> "csm-ben";
                };
            case ENTERPRISE ->
                switch (profile.country()) {
                    case FR, BE, CA, GB, IE, CH, US, SE -> "csm-chloe";
                    default -> "csm-daan";
                };
            case MID_MARKET, SMALL ->
                switch (profile.country()) {
                    case SE, DK, NL, BE -> "csm-freja";
                    case FR, CA -> "csm-grace";
                    default -> "csm-elif";
                };
        };
    }

    /** The CSMs with customers of their own who worked here on a day. */
    static List<String> csmsOn(LocalDate date) {
        return CAME.entrySet().stream()
                .filter(csm -> !csm.getValue().isAfter(date))
                .map(Map.Entry::getKey)
                .filter(csm -> !csm.equals(FORMER_CSM) || date.isBefore(FORMER_CSM_LEFT))
                .toList();
    }

    private static void writeStages(Profile profile, Pen pen) {
        int number = 0;
        for (Stay stay : stages(profile)) {
            String id = profile.id("stage", ++number);
            LocalDate entered = stay.days().from();
            pen.write(
                    StageEntry.SERIES,
                    id,
                    entered,
                    stage -> stage.with(StageEntry.STAGE, stay.role()).with(StageEntry.ENTERED_ON, entered));
            stay.days()
                    .to()
                    .ifPresent(left -> pen.write(
                            StageEntry.SERIES,
                            id,
                            left,
                            stage -> stage.with(StageEntry.STAGE, stay.role())
                                    .with(StageEntry.ENTERED_ON, entered)
                                    .with(StageEntry.LEFT_ON, left)));
        }
        writeStageOfProduct(profile, pen);
    }

    /** The customer that has bought another product is on its way with that, too. */
    private static void writeStageOfProduct(Profile profile, Pen pen) {
        if (profile.is(Plant.HEALTHY_PARENT)) {
            pen.write(
                    StageEntry.SERIES,
                    profile.id("stage", SideContracts.SECOND_PRODUCT),
                    SideContracts.SECOND_PRODUCT_FROM,
                    stage -> stage.with(StageEntry.STAGE, "adoption")
                            .with(StageEntry.PRODUCT, SideContracts.SECOND_PRODUCT)
                            .with(StageEntry.ENTERED_ON, SideContracts.SECOND_PRODUCT_FROM));
        }
    }

    /** The stages of the customer as a whole: the way in once, then value, and renewal before each end of a term. */
    static List<Stay> stages(Profile profile) {
        Dice dice = profile.dice("stages");
        LocalDate onboarded = profile.joined().plusDays(dice.whole(35, 85) + slower(profile));
        LocalDate adopted = onboarded.plusDays(dice.whole(90, 165) - sooner(profile));
        LocalDate last = profile.lostOn().orElse(SampleBook.UNTIL.plusDays(1));
        Map<LocalDate, String> entered = new TreeMap<>();
        entered.put(profile.joined(), "onboarding");
        if (!profile.is(Plant.STUCK_IN_ONBOARDING)) {
            entered.put(onboarded, "adoption");
            entered.put(adopted, "value");
            Terms terms = profile.terms();
            for (int term = 1;
                    terms.months() > 1 && !terms.startOf(term).minusDays(90).isAfter(last);
                    term++) {
                LocalDate renewal = terms.startOf(term).minusDays(90);
                if (renewal.isAfter(adopted)) {
                    entered.put(renewal, "renewal");
                    entered.put(terms.startOf(term), "value");
                }
            }
        }
        List<Stay> stays = new ArrayList<>();
        List<LocalDate> days =
                entered.keySet().stream().filter(day -> day.isBefore(last)).toList();
        for (int i = 0; i < days.size(); i++) {
            boolean goesOn = i == days.size() - 1;
            Span span = goesOn
                    ? (profile.isLost() ? Span.between(days.get(i), last) : Span.from(days.get(i)))
                    : Span.between(days.get(i), days.get(i + 1));
            stays.add(new Stay(entered.getOrDefault(days.get(i), "value"), "", span));
        }
        return stays;
    }
}
