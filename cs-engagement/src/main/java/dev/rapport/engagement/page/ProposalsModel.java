package dev.rapport.engagement.page;

import dev.rapport.engagement.overview.PlanOverview;
import dev.rapport.engagement.overview.Proposal;
import dev.rapport.engagement.overview.Proposal.AmountRange;
import dev.rapport.engagement.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** What to decide first: a card for each decision, how they were chosen, and what cannot be told of them. */
final class ProposalsModel {

    private static final int CUSTOMERS = 3;
    private static final int FIELDS = 2;

    private final Plan plan;
    private final PlanOverview overview;
    private final CustomerLinks customers;
    private final ActionWords words;
    private final boolean knowsArr;

    ProposalsModel(Plan plan, PlanOverview overview, CustomerLinks customers, boolean knowsArr) {
        this.plan = plan;
        this.overview = overview;
        this.customers = customers;
        this.words = new ActionWords(plan);
        this.knowsArr = knowsArr;
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        model.put("decisions", decisions());
        model.put("hasDecisions", !overview.decisions().isEmpty());
        model.put("criterion", Proposal.CRITERION + " " + compared());
        model.put("chosen", chosen());
        model.put(
                "isUnknown",
                overview.decisions().isEmpty() && plan.atRisk().value().isEmpty());
        model.put("lacking", lacking());
        return model;
    }

    /** How the decisions were chosen, in the length of a heading. */
    private String chosen() {
        List<Proposal> decisions = overview.decisions();
        if (decisions.isEmpty()) {
            return "";
        }
        String of = "of " + Text.count(overview.compared(), "proposal", "proposals") + ", ";
        return (decisions.stream().noneMatch(one -> one.gain().isPresent())
                        ? of + "where most is lost if nothing is done"
                        : of + "what brings most for each week that is left")
                + "; in brackets, where it lies in nine of ten cases";
    }

    /** What cannot be told of what to decide, and what nobody feeds for it. */
    private String lacking() {
        List<Proposal> decisions = overview.decisions();
        List<String> words = new ArrayList<>();
        if (plan.atRisk().value().isEmpty()) {
            words.add("What is lost if nothing is done cannot be told: nobody feeds "
                    + fields(plan.atRisk().missing()) + ".");
        } else if (decisions.stream().anyMatch(one -> one.gain().isEmpty())
                && !plan.atRisk().missing().isEmpty()) {
            words.add("What it costs and brings cannot be told: nobody feeds "
                    + fields(plan.atRisk().missing()) + ".");
        }
        if (decisions.stream().anyMatch(one -> one.accountable().isEmpty())
                && !plan.coverage().missing().isEmpty()) {
            words.add("Who is accountable cannot be told: nobody feeds "
                    + fields(plan.coverage().missing()) + ".");
        }
        return String.join(" ", words);
    }

    /** The first of what is missing; the rest is in the section that tells what is left out. */
    static String fields(List<String> missing) {
        String first = missing.stream().limit(FIELDS).collect(Collectors.joining(", "));
        return missing.isEmpty() ? "what it takes" : missing.size() > FIELDS ? first + " and more" : first;
    }

    private String compared() {
        return Text.count(overview.compared(), "proposal was", "proposals were") + " compared.";
    }

    private List<Map<String, Object>> decisions() {
        List<Map<String, Object>> cards = new ArrayList<>();
        for (Proposal proposal : overview.decisions()) {
            Map<String, Object> card = new HashMap<>();
            card.put("action", words.action(proposal));
            card.put("place", ActionWords.place(proposal));
            card.put("accountable", words.accountable(proposal));
            card.put("deadline", proposal.deadline().toString());
            card.put("stake", knowsArr ? "ARR" : "Would still bring");
            card.put("arr", Text.money(proposal.arr()));
            card.put("cost", cost(proposal));
            card.put("gain", gain(proposal));
            card.put("otherwise", otherwise(proposal));
            card.put("customers", customers(proposal));
            int more = proposal.customers().size() - CUSTOMERS;
            card.put("more", more > 0 ? " and " + Text.grouped(more) + " more" : "");
            cards.add(card);
        }
        return cards;
    }

    private List<Map<String, Object>> customers(Proposal proposal) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String customer : proposal.customers()) {
            if (rows.size() < CUSTOMERS) {
                Map<String, Object> row = customers.row(customer);
                row.put("divider", rows.isEmpty() ? "" : ", ");
                rows.add(row);
            }
        }
        return rows;
    }

    private static String cost(Proposal proposal) {
        String hours =
                proposal.hours().isPresent() ? Text.number(proposal.hours().getAsDouble()) + "\u00A0h" : "";
        if (proposal.cost().isEmpty()) {
            return hours.isEmpty() ? "not known" : hours + ", at a cost not known";
        }
        Money cost = proposal.cost().get();
        if (cost.isZero()) {
            return "planned already";
        }
        return cost.isNegative()
                ? "saves " + Text.money(cost.negated()) + " a year"
                : Text.money(cost) + (hours.isEmpty() ? "" : " (" + hours + ")");
    }

    private static String gain(Proposal proposal) {
        return proposal.gain()
                .map(gain -> signed(gain) + between(proposal.range()))
                .orElse("not known");
    }

    private static String between(Optional<AmountRange> range) {
        return range.map(known -> " (" + compact(known.low()) + " to " + compact(known.high()) + ")")
                .orElse("");
    }

    private static String signed(Money amount) {
        return amount.isNegative() ? "\u2212" + Text.money(amount.negated()) : Text.money(amount);
    }

    private static String compact(Money amount) {
        return (amount.isNegative() ? "\u2212" : "") + Text.compact(Math.abs(PlanModel.size(amount)));
    }

    private static String otherwise(Proposal proposal) {
        return proposal.kind() == Proposal.Kind.CHANGE_MODEL
                ? Text.money(proposal.lossOtherwise()) + " a year is forgone"
                : Text.money(proposal.lossOtherwise()) + " is lost" + between(proposal.lossRange());
    }
}
