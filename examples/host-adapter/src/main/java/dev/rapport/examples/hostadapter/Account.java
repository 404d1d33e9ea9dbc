package dev.rapport.examples.hostadapter;

import java.time.LocalDate;
import java.util.List;

/** An account as the host knows it, with all that its export says about it. */
record Account(
        String id,
        String name,
        String industry,
        String country,
        LocalDate signedUpOn,
        String referral,
        String tier,
        int seats,
        boolean flaggedChurned,
        List<Subscription> subscriptions,
        List<SupportTicket> tickets,
        List<ChurnEvent> churnEvents) {

    /** What was used under any of the account's subscriptions. */
    List<FeatureUse> uses() {
        return subscriptions.stream()
                .flatMap(subscription -> subscription.uses().stream())
                .toList();
    }
}
