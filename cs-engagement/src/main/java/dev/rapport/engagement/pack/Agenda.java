package dev.rapport.engagement.pack;

import dev.rapport.engagement.file.FileContract;
import dev.rapport.engagement.file.UsageSummary;
import dev.rapport.engagement.pack.AgendaItem.Topic;
import dev.rapport.engagement.pack.GoalValue.State;
import dev.rapport.engagement.review.Review;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The agenda that follows from a pack. */
final class Agenda {

    private static final int QUARTER = 3;
    private static final double WORTH_TELLING = 0.1;
    private static final double HUNDRED = 100;

    private final ReviewPack pack;
    private final List<AgendaItem> items = new ArrayList<>();

    Agenda(ReviewPack pack) {
        this.pack = pack;
    }

    List<AgendaItem> items() {
        goals();
        use();
        long open = pack.tickets().open();
        if (open > 0) {
            add(Topic.SUPPORT, count(open, "ticket is open", "tickets are open"));
        }
        long waiting = pack.said().stream()
                .filter(one -> one.status().map("heard"::equals).orElse(true))
                .count();
        if (waiting > 0) {
            add(Topic.WHAT_YOU_ASKED_FOR, count(waiting, "remark waits", "remarks wait") + " for an answer");
        }
        long actions = pack.file().sections().reviews().stream()
                .collect(Collectors.toMap(Review::heldOn, Review::actionsOpen, Math::max))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        if (actions > 0) {
            add(Topic.OPEN_ACTIONS, count(actions, "action is open", "actions are open") + " from earlier reviews");
        }
        decisions();
        add(Topic.NEXT_GOALS, "What is to be reached in the year to come, and how it is measured");
        return List.copyOf(items);
    }

    private void goals() {
        titles(State.REACHED, Topic.CONFIRM_VALUE, "Reached, and not confirmed yet: ");
        titles(State.BEHIND, Topic.GOALS_BEHIND, "Not reached by their days: ");
    }

    private void titles(State state, Topic topic, String words) {
        List<String> titles = pack.goals().stream()
                .filter(value -> value.state() == state)
                .map(value -> value.goal().title())
                .toList();
        if (!titles.isEmpty()) {
            add(topic, words + String.join(", ", titles));
        }
    }

    /** The last three whole months against the three before. */
    private void use() {
        YearMonth end = YearMonth.from(pack.to().plusDays(1));
        double lately = 0;
        double before = 0;
        for (UsageSummary.Month month : pack.file().usage().months()) {
            long ago = ChronoUnit.MONTHS.between(month.month(), end);
            if (ago >= 1 && ago <= QUARTER) {
                lately += month.quantity();
            } else if (ago > QUARTER && ago <= 2 * QUARTER) {
                before += month.quantity();
            }
        }
        if (before > 0 && Math.abs(lately / before - 1) >= WORTH_TELLING) {
            add(
                    Topic.USE,
                    "Use " + (lately < before ? "fell" : "rose") + " by " + percent(Math.abs(lately / before - 1))
                            + " in the last three months against the three before");
        }
    }

    private void decisions() {
        for (FileContract contract : pack.contracts()) {
            contract.decisionDate()
                    .filter(day -> !day.isBefore(pack.to()))
                    .ifPresent(day -> add(
                            Topic.DECISION,
                            "Contract " + contract.terms().contract().id() + " is to be decided by " + day
                                    + (contract.terms().autoRenews()
                                            ? "; it renews by itself otherwise"
                                            : "; it ends otherwise")));
        }
    }

    private void add(Topic topic, String why) {
        items.add(new AgendaItem(topic, why));
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * HUNDRED).setScale(0, RoundingMode.HALF_EVEN) + " %";
    }
}
