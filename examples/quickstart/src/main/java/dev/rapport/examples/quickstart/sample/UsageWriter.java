package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.Usage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** What was used, a few rows a week, with the dips of summer and Christmas. */
final class UsageWriter {

    private static final List<List<String>> FEATURES = List.of(
            List.of("documents", "search", "sharing"),
            List.of("dashboards", "exports"),
            List.of("workflows", "schedules"),
            List.of("audit-log", "single-sign-on"));
    private static final List<String> PRODUCTS = List.of(Basket.CORE, "analytics", "automation", "security");
    private static final double HIGHEST_SHARE = 0.88;

    private final Profile profile;
    private final Pen pen;
    private final Dice dice;

    private UsageWriter(Profile profile, Pen pen) {
        this.profile = profile;
        this.pen = pen;
        this.dice = profile.dice("usage");
    }

    static void write(Profile profile, Pen pen) {
        new UsageWriter(profile, pen).write();
    }

    /**
     * A feature and the product it is a part of.
     *
     * @param product  the product
     * @param name  the feature
     * @param uses  how often an active user uses it in a week
     */
    private record Feature(String product, String name, double uses) {}

    private void write() {
        List<Deal> deals = Deal.of(profile);
        List<Feature> features = features();
        double usualShare = usualShare();
        LocalDate monday = profile.from().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (int week = 0; !monday.isAfter(profile.until()); week++) {
            double noise = 1 + 0.04 * dice.normal();
            double share = usualShare * profile.usageLevelOn(monday) * season(monday) * noise;
            int seats = seatsOn(deals, monday);
            int active = (int) Math.round(seats * Math.max(0, Math.min(share, mostShare())));
            write(monday.plusDays(4), new Feature(Basket.CORE, "sign-ins", 6), active, true);
            for (int i = 0; i < 2 && active > 0; i++) {
                Feature feature = features.get((2 * week + i) % features.size());
                write(monday.plusDays(2L * i), feature, active, false);
            }
            monday = monday.plusDays(7);
        }
    }

    /** Rows tell how many used the product once a week, at the sign-ins; the mean over rows is then that of the weeks. */
    private void write(LocalDate on, Feature feature, int active, boolean tellsActive) {
        if (on.isAfter(profile.until())) {
            return;
        }
        double quantity = Math.round(active * feature.uses() * (1 + 0.03 * dice.normal()));
        String id = profile.id("usage", on + "-" + feature.name());
        pen.write(Usage.SERIES, id, on, on.plusDays(1), usage -> {
            usage.with(Usage.QUANTITY, Math.max(0, quantity))
                    .with(Usage.FEATURE, feature.name())
                    .with(Usage.PRODUCT, feature.product());
            if (tellsActive) {
                usage.with(Usage.ACTIVE_USERS, (double) active);
            }
        });
    }

    private double usualShare() {
        double rolled = 0.2 + 0.64 * profile.moodOn(profile.from()) + dice.between(-0.05, 0.05);
        return switch (profile.plant()) {
            case SEATS_USED -> 0.985;
            case RED_CHILD -> 0.14;
            case MISSED_DEADLINE -> 0.3;
            default -> rolled;
        };
    }

    private double mostShare() {
        return profile.is(Plant.SEATS_USED) ? 1 : HIGHEST_SHARE;
    }

    private List<Feature> features() {
        List<Feature> all = new ArrayList<>();
        for (Basket.Item item : Basket.of(profile)) {
            for (String name : FEATURES.get(PRODUCTS.indexOf(item.product()))) {
                all.add(new Feature(item.product(), name, 3));
            }
        }
        int used = 1 + (int) Math.round(profile.moodOn(profile.from()) * (all.size() - 1));
        return all.subList(0, Math.min(all.size(), used));
    }

    private static int seatsOn(List<Deal> deals, LocalDate date) {
        int seats = deals.get(0).states().get(0).seats();
        for (Deal deal : deals) {
            for (Deal.State state : deal.states()) {
                if (!state.from().isAfter(date)) {
                    seats = state.seats();
                }
            }
        }
        return seats;
    }

    private static double season(LocalDate monday) {
        int day = monday.getDayOfYear();
        if (day >= 355 || day <= 4) {
            return 0.55;
        }
        return monday.getMonthValue() == 8 || (monday.getMonthValue() == 7 && monday.getDayOfMonth() > 12) ? 0.8 : 1;
    }
}
