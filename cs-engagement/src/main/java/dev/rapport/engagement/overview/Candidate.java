package dev.rapport.engagement.overview;

import java.util.Optional;
import java.util.Set;

/** Something that may be proposed, for those customers of whom nothing else is. */
interface Candidate {

    /** The proposal without some customers; empty if it is about nobody else or brings nothing. */
    Optional<Proposal> without(Set<String> taken);

    /** The same with the range in which lies what it brings; asked for what is proposed only. */
    default Proposal ranged(Proposal proposal, Set<String> taken) {
        return proposal;
    }
}
