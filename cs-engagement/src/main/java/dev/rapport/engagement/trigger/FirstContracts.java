package dev.rapport.engagement.trigger;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.ContractTerms;
import java.util.List;

/** The contracts with which something begins: not trials, and not those that renew another. */
final class FirstContracts {

    private FirstContracts() {}

    static List<ContractTerms> of(CustomerView view) {
        return ContractTerms.of(view).stream()
                .filter(terms ->
                        !terms.isTrial() && terms.contract().predecessor().isEmpty())
                .toList();
    }
}
