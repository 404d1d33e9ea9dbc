package dev.rapport.model.derived;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Dimension;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/**
 * The attributes that this library derives from the series of {@code dev.rapport.model.customer}. A host adds its own
 * beside them, see {@link Aggregate}.
 *
 * <p>Dates in entries that lie after the cut, such as the day on which a ticket was closed, are not seen: the ticket is
 * open. That guards sources with one row for each ticket against looking ahead.
 */
public final class StandardAttributes {

    /** The recurring revenue of a year in force at the cut, in the reporting currency; trials add nothing. */
    public static final AttributeKey<Money> ARR = AttributeKey.money("arr").dimension(Dimension.COMMERCIAL);

    /** How many contracts are in force, trials included. */
    public static final AttributeKey<Double> CONTRACTS_IN_FORCE = AttributeKey.number("contracts.in-force")
            .dimension(Dimension.COMMERCIAL)
            .unit("contracts");

    /** The products on lines in force; the offering of contracts without lines. */
    public static final AttributeKey<Set<String>> CONTRACTS_PRODUCTS =
            AttributeKey.textSet("contracts.products").dimension(Dimension.COMMERCIAL);

    /** The licensed seats of contracts in force, from lines or the contract, else {@code seats}; 0 without any of these. */
    public static final AttributeKey<Double> SEATS_LICENSED = AttributeKey.number("seats.licensed")
            .dimension(Dimension.COMMERCIAL)
            .unit("seats");

    /** How much was used in the last 30 days. */
    public static final AttributeKey<Double> USAGE_QUANTITY_30D = AttributeKey.number("usage.quantity-30d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("uses");

    /** How much was used in the last 90 days. */
    public static final AttributeKey<Double> USAGE_QUANTITY_90D = AttributeKey.number("usage.quantity-90d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("uses");

    /** How many people used it in the last 30 days: the mean of what entries say, else the number of different users. */
    public static final AttributeKey<Double> USAGE_ACTIVE_USERS_30D = AttributeKey.number("usage.active-users-30d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("people");

    /** Active users as a share of licensed seats, above 1 where more people use it than may; not applicable without seats. */
    public static final AttributeKey<Double> USAGE_ACTIVE_SHARE = AttributeKey.number("usage.active-share")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("share");

    /** Usage of the last 30 days against the 30 before, see {@link Quantity#change()}. */
    public static final AttributeKey<Double> USAGE_CHANGE_30D = AttributeKey.number("usage.change-30d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("share");

    /** The trend of usage over the last 12 whole weeks of 90 days, per 30 days, see {@link Total#trend(int)}. */
    public static final AttributeKey<Double> USAGE_TREND_90D = AttributeKey.number("usage.trend-90d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("share");

    /** How many different features were used in the last 90 days. */
    public static final AttributeKey<Double> USAGE_FEATURES_90D = AttributeKey.number("usage.features-90d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("features");

    /** How many days ago something was used; entries with a quantity of 0 are no use. */
    public static final AttributeKey<Double> USAGE_LAST_SEEN_DAYS = AttributeKey.number("usage.last-seen-days")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("days");

    /**
     * The mean number of users a day as a share of the users of the last 30 days (DAU/MAU), over the days since the customer
     * began; not applicable if nobody used it, missing where users are not told apart.
     */
    public static final AttributeKey<Double> USAGE_STICKINESS_30D = AttributeKey.number("usage.stickiness-30d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("share");

    /** How many tickets were opened in the last 90 days. */
    public static final AttributeKey<Double> TICKETS_OPENED_90D = AttributeKey.number("tickets.opened-90d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("tickets");

    /** How many of them are of the severity {@code urgent}. */
    public static final AttributeKey<Double> TICKETS_URGENT_90D = AttributeKey.number("tickets.urgent-90d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("tickets");

    /** How many tickets were not closed by the cut. */
    public static final AttributeKey<Double> TICKETS_OPEN =
            AttributeKey.number("tickets.open").dimension(Dimension.BEHAVIOURAL).unit("tickets");

    /** How many tickets of the last 180 days were escalated; missing if no ticket says whether it was. */
    public static final AttributeKey<Double> TICKETS_ESCALATED_180D = AttributeKey.number("tickets.escalated-180d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("tickets");

    /** The mean satisfaction, 1 to 5, with tickets of the last 180 days; those closed after the cut do not count. */
    public static final AttributeKey<Double> TICKETS_SATISFACTION_180D = AttributeKey.number(
                    "tickets.satisfaction-180d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("points");

    /** How long the first answer to tickets of the last 90 days took on average; answers after the cut do not count. */
    public static final AttributeKey<Double> TICKETS_RESPONSE_HOURS_90D = AttributeKey.number(
                    "tickets.response-hours-90d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("hours");

    /** How long the solution of tickets of the last 90 days took on average; solutions after the cut do not count. */
    public static final AttributeKey<Double> TICKETS_RESOLUTION_HOURS_90D = AttributeKey.number(
                    "tickets.resolution-hours-90d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("hours");

    /** The last answer to the instrument {@code nps}, 0 to 10. */
    public static final AttributeKey<Double> SURVEY_NPS_LAST = AttributeKey.number("survey.nps-last")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("points");

    /** The mean answer to the instrument {@code nps} in the last 180 days, 0 to 10. */
    public static final AttributeKey<Double> SURVEY_NPS_180D = AttributeKey.number("survey.nps-180d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("points");

    /** The mean answer to the instrument {@code csat} in the last 180 days, 1 to 5. */
    public static final AttributeKey<Double> SURVEY_CSAT_180D = AttributeKey.number("survey.csat-180d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("points");

    /** What was due before the day of the cut and is not paid by then, at that day's rates. */
    public static final AttributeKey<Money> INVOICES_OVERDUE_AMOUNT =
            AttributeKey.money("invoices.overdue-amount").dimension(Dimension.COMMERCIAL);

    /** For how many days the oldest of it has been overdue; 0 if nothing is. */
    public static final AttributeKey<Double> INVOICES_OVERDUE_DAYS = AttributeKey.number("invoices.overdue-days")
            .dimension(Dimension.COMMERCIAL)
            .unit("days");

    /**
     * The share of invoices, due in the 365 days before the day of the cut, that were paid late or are not paid by then; not
     * applicable if none was due.
     */
    public static final AttributeKey<Double> INVOICES_LATE_SHARE_365D = AttributeKey.number("invoices.late-share-365d")
            .dimension(Dimension.COMMERCIAL)
            .unit("share");

    /** How many days ago the last touchpoint was. */
    public static final AttributeKey<Double> TOUCHPOINTS_LAST_DAYS = AttributeKey.number("touchpoints.last-days")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("days");

    /** How many touchpoints there were in the last 90 days. */
    public static final AttributeKey<Double> TOUCHPOINTS_COUNT_90D = AttributeKey.number("touchpoints.count-90d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("touchpoints");

    /** Whether a person with the role {@code sponsor} is there; missing if nobody or nobody's role is known. */
    public static final AttributeKey<Boolean> SPONSOR_PRESENT =
            AttributeKey.bool("sponsor.present").dimension(Dimension.BEHAVIOURAL);

    /** How many days ago the last sponsor to leave left, whether or not another is there; not applicable if none did. */
    public static final AttributeKey<Double> SPONSOR_LEFT_DAYS = AttributeKey.number("sponsor.left-days")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("days");

    /** Whether a person with the role {@code champion} is there; missing if nobody or nobody's role is known. */
    public static final AttributeKey<Boolean> CHAMPION_PRESENT =
            AttributeKey.bool("champion.present").dimension(Dimension.BEHAVIOURAL);

    /** How many days ago the last champion to leave left, whether or not another is there; not applicable if none did. */
    public static final AttributeKey<Double> CHAMPION_LEFT_DAYS = AttributeKey.number("champion.left-days")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("days");

    /** How many people of any role left in the last 180 days; missing if nobody is known. */
    public static final AttributeKey<Double> PEOPLE_DEPARTURES_180D = AttributeKey.number("people.departures-180d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("people");

    /** The mean share of the way from baseline to target that goals have come, each clipped to 0 to 1. */
    public static final AttributeKey<Double> GOALS_PROGRESS = AttributeKey.number("goals.progress")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("share");

    /** The share of goals with a baseline, a target and a realised value that are reached. */
    public static final AttributeKey<Double> GOALS_ACHIEVED_SHARE = AttributeKey.number("goals.achieved-share")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("share");

    /** As {@code goals.progress}, of goals of the kind {@code onboarding} alone. */
    public static final AttributeKey<Double> ONBOARDING_PROGRESS = AttributeKey.number("onboarding.progress")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("share");

    /**
     * How many days after the customer began something was used for the first time; as long as nothing was, how many days it
     * has been so far. That the first use is the first value is an assumption: a host that knows better derives its own.
     */
    public static final AttributeKey<Double> ONBOARDING_DAYS_TO_FIRST_VALUE = AttributeKey.number(
                    "onboarding.days-to-first-value")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("days");

    /** The next decision date of any contract that is not renewed yet; not applicable if there is nothing to decide. */
    public static final AttributeKey<LocalDate> DECISION_NEXT_DATE =
            AttributeKey.date("decision.next-date").dimension(Dimension.COMMERCIAL);

    /** The days until then, 0 for today. */
    public static final AttributeKey<Double> DECISION_NEXT_DAYS = AttributeKey.number("decision.next-days")
            .dimension(Dimension.COMMERCIAL)
            .unit("days");

    /** The recurring revenue that is decided on then. */
    public static final AttributeKey<Money> DECISION_NEXT_ARR =
            AttributeKey.money("decision.next-arr").dimension(Dimension.COMMERCIAL);

    /** For how many days they have been a customer, see {@link Relationship}. */
    public static final AttributeKey<Double> RELATIONSHIP_AGE_DAYS = AttributeKey.number("relationship.age-days")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("days");

    /** How many purchases there were in the last 365 days. */
    public static final AttributeKey<Double> PURCHASES_COUNT_365D = AttributeKey.number("purchases.count-365d")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("purchases");

    /** What was paid for them, each at the rate of its day. */
    public static final AttributeKey<Money> PURCHASES_AMOUNT_365D =
            AttributeKey.money("purchases.amount-365d").dimension(Dimension.COMMERCIAL);

    /** How many days ago the last purchase was. */
    public static final AttributeKey<Double> PURCHASES_LAST_DAYS = AttributeKey.number("purchases.last-days")
            .dimension(Dimension.BEHAVIOURAL)
            .unit("days");

    /** Who looks after the customer in the role {@code csm}: of several in force, the one who began last. */
    public static final AttributeKey<String> OWNER_CSM =
            AttributeKey.text("owner.csm").dimension(Dimension.COMMERCIAL);

    /** The life-cycle stage of the customer as a whole, else of the product whose stage began last. */
    public static final AttributeKey<String> STAGE_CURRENT =
            AttributeKey.text("stage.current").dimension(Dimension.BEHAVIOURAL);

    private StandardAttributes() {}

    /**
     * All of them.
     *
     * @param reckoning  the currency, rates and calendar that amounts and deadlines are reckoned in
     * @return the attributes in the order above; an amount without a rate is a failed reading
     */
    public static List<DerivedAttribute<?>> all(Reckoning reckoning) {
        List<DerivedAttribute<?>> all = new ArrayList<>();
        all.addAll(ContractAttributes.held(reckoning));
        all.addAll(ActivityAttributes.usage());
        all.addAll(ActivityAttributes.tickets());
        all.addAll(ActivityAttributes.surveys());
        all.addAll(InvoiceAttributes.all(reckoning));
        all.addAll(ActivityAttributes.touchpoints());
        all.addAll(PeopleAttributes.people());
        all.addAll(GoalAttributes.goals());
        all.addAll(GoalAttributes.onboarding());
        all.addAll(ContractAttributes.decisions(reckoning));
        all.add(ContractAttributes.age());
        all.addAll(ActivityAttributes.purchases(reckoning));
        all.addAll(PeopleAttributes.current());
        return List.copyOf(all);
    }
}
