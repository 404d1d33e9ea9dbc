package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.Touchpoint;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Contacts with the customer in the rhythm of the tier. */
final class TouchWriter {

    private static final int[] DAYS_BETWEEN = {14, 30, 45, 110};
    private static final int BOTH_GIVE = 21;
    private static final LocalDate SECOND_OF_POOL_CAME = LocalDate.of(2024, 9, 1);

    /**
     * A contact.
     *
     * @param on  the day
     * @param kind  how
     * @param member  who of ours
     */
    record Touch(LocalDate on, String kind, String member) {

        int minutes() {
            return switch (kind) {
                case "training" -> 90;
                case "review" -> 75;
                case "meeting" -> 45;
                case "call" -> 25;
                default -> 10;
            };
        }
    }

    private TouchWriter() {}

    static void write(Profile profile, Pen pen) {
        Dice dice = profile.dice("touch-contacts");
        List<PeopleWriter.Contact> contacts = PeopleWriter.contacts(profile);
        List<Touch> touches = touches(profile);
        int reviews = 0;
        for (Touch touch : touches) {
            String role = dice.chance(0.4) ? "sponsor" : "administrator";
            Optional<PeopleWriter.Contact> contact = PeopleWriter.on(contacts, role, touch.on());
            LocalDate entered = Pen.entered(touch.on(), dice);
            String id = profile.id("touch", touch.on() + "-" + touch.kind());
            boolean isReview = touch.kind().equals("review");
            boolean isFirst = isReview && reviews++ == 0;
            boolean isLast = touch.equals(touches.get(touches.size() - 1));
            pen.write(Touchpoint.SERIES, id, touch.on(), entered, touchpoint -> {
                touchpoint
                        .with(Touchpoint.KIND, touch.kind())
                        .with(Touchpoint.MEMBER, touch.member())
                        .with(Touchpoint.MINUTES, (double) touch.minutes());
                boolean isTold = !(isReview && profile.is(Plant.TWO_CSMS));
                contact.filter(person -> isTold).ifPresent(person -> touchpoint.with(Touchpoint.CONTACT, person.id()));
                if (isReview) {
                    ReviewTruths.fillReview(profile, touch.on(), isFirst, touchpoint);
                }
                if (isLast) {
                    ReviewTruths.fillLast(profile, touchpoint);
                }
            });
        }
    }

    /** The contacts of a customer, by day. */
    static List<Touch> touches(Profile profile) {
        Dice dice = profile.dice("touches");
        List<OwnerWriter.Stay> owners = OwnerWriter.owners(profile);
        List<Touch> touches = new ArrayList<>();
        int between = DAYS_BETWEEN[profile.tier().ordinal()];
        LocalDate day = profile.from().plusDays(dice.whole(0, between));
        for (int number = 1; !day.isAfter(profile.until()); number++) {
            LocalDate on = workday(day);
            String kind = ReviewTruths.kind(profile, on, kind(profile.tier(), number, dice));
            if (!on.isAfter(profile.until()) && !profile.isSilentOn(on)) {
                member(profile, owners, on).ifPresent(member -> touches.add(new Touch(on, kind, member)));
            }
            day = day.plusDays(Math.round(between * dice.between(0.75, 1.25)));
        }
        for (int afterStart : new int[] {7, 21, 45, 75}) {
            LocalDate on = workday(profile.joined().plusDays(afterStart));
            if (!on.isBefore(profile.from()) && !on.isAfter(profile.until())) {
                owner(owners, "onboarding", on)
                        .filter(member -> afterStart <= BOTH_GIVE || !member.equals(OwnerWriter.SLOW_ONBOARDING))
                        .ifPresent(member -> touches.add(new Touch(on, "training", member)));
            }
        }
        touches.sort(Comparator.comparing(Touch::on).thenComparing(Touch::kind));
        return touches;
    }

    private static String kind(Tier tier, int number, Dice dice) {
        boolean isMail = dice.chance(0.3);
        if (tier == Tier.SMALL) {
            return isMail ? "call" : "mail";
        }
        int everySo = tier == Tier.STRATEGIC ? 6 : 4;
        if (number % everySo == 0) {
            return "review";
        }
        return isMail ? "mail" : number % 2 == 0 ? "meeting" : "call";
    }

    private static Optional<String> member(Profile profile, List<OwnerWriter.Stay> owners, LocalDate on) {
        if (profile.tier().isNamed()) {
            return owner(owners, "csm", on);
        }
        boolean isSecond = profile.index() % 2 == 0 && !on.isBefore(SECOND_OF_POOL_CAME);
        return Optional.of(isSecond ? "csm-olga" : "csm-nils");
    }

    private static Optional<String> owner(List<OwnerWriter.Stay> owners, String role, LocalDate on) {
        return owners.stream()
                .filter(stay -> stay.role().equals(role) && stay.days().contains(on))
                .map(OwnerWriter.Stay::owner)
                .findFirst();
    }

    static LocalDate workday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return day.plusDays(1);
        }
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.plusDays(2) : day;
    }
}
