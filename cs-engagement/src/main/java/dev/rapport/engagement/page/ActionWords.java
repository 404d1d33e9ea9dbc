package dev.rapport.engagement.page;

import dev.rapport.engagement.overview.Proposal;
import dev.rapport.engagement.overview.SegmentRow.ModelMove;
import dev.rapport.engagement.overview.SegmentRow.Price;
import dev.rapport.engagement.plan.Plan;
import java.util.Optional;

/** What is proposed, in the words of the first screen. */
final class ActionWords {

    private final Plan plan;

    ActionWords(Plan plan) {
        this.plan = plan;
    }

    /** What to do. */
    String action(Proposal proposal) {
        String customers = Text.count(proposal.customers().size(), "customer", "customers");
        return switch (proposal.kind()) {
            case SAVE ->
                proposal.means().isPresent()
                        ? "Save " + customers + " of " + subject(proposal)
                        : "Talk to " + customers + " at risk " + (isSegment(proposal) ? "in " : "of ")
                                + subject(proposal);
            case ADD_HOURS ->
                "Give " + member(proposal.subject()) + " "
                        + Text.number(proposal.hours().orElse(0)) + "\u00A0h more";
            case CHANGE_MODEL ->
                "Change " + segment(proposal.subject()) + " to "
                        + Text.words(proposal.means().orElse("another model"));
            case HIRE -> "Hire for " + Text.words(proposal.subject());
            case NAME_OWNERS -> "Name a " + Text.words(proposal.subject()) + " for " + customers;
            case ESCALATE -> "Act on overdue escalations of " + customers;
        };
    }

    private String subject(Proposal proposal) {
        return isSegment(proposal) ? segment(proposal.subject()) : member(proposal.subject());
    }

    private boolean isSegment(Proposal proposal) {
        return plan.segmentation().segments().stream()
                .anyMatch(segment -> segment.id().equals(proposal.subject()));
    }

    /** What people call a member or a pool; the id where nobody says. */
    String member(String id) {
        return plan.staff().flatMap(staff -> staff.name(id)).orElse(id);
    }

    String segment(String id) {
        return plan.segmentation().segments().stream()
                .filter(segment -> segment.id().equals(id))
                .findFirst()
                .map(segment -> segment.name())
                .orElse(Text.words(id));
    }

    /** Who is accountable, and as what. */
    String accountable(Proposal proposal) {
        Optional<String> member = proposal.accountable();
        return member.map(known -> plan.staff()
                        .flatMap(staff -> staff.title(known))
                        .map(title -> member(known) + ", " + title)
                        .orElse(member(known)))
                .orElse("nobody is named");
    }

    /** Where the reasons of a proposal are. */
    static String place(Proposal proposal) {
        return switch (proposal.kind()) {
            case SAVE, ADD_HOURS -> "at-risk";
            case CHANGE_MODEL -> "segments";
            case HIRE, NAME_OWNERS -> "team";
            case ESCALATE -> "escalations";
        };
    }

    /** What is proposed for the engagement model of a segment. */
    static String move(ModelMove move) {
        String model = Text.words(move.model().orElse(""));
        return switch (move.kind()) {
            case KEEP -> "keep";
            case NONE_HOLDS -> "none is known to hold the target";
            case CHANGE ->
                "change to " + model + move.price().map(ActionWords::extra).orElse("");
            case TRY ->
                "try " + model
                        + move.price()
                                .map(price -> extra(price) + points(price))
                                .orElse("");
        };
    }

    private static String extra(Price price) {
        double amount = PlanModel.size(price.extraCost());
        return (amount < 0 ? ": saves " : ": costs ") + Text.compact(Math.abs(amount)) + " a\u00A0year";
    }

    private static String points(Price price) {
        return price.points().isPresent()
                ? ", worth it up to "
                        + Text.number(Math.rint(Math.abs(price.points().getAsDouble()) * 10) / 10)
                        + "\u00A0points of GRR"
                : "";
    }
}
