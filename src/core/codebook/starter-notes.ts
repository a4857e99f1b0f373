export const starterNotes = `For news about what states and other political actors promise each other and agree on.

How it works. Seven labels mark events: Pledge, Agreement, Provision, Consultation, Demand, Refusal and Evidence. Read the decision rules from the first; the first that matches chooses the label. In the examples, square brackets mark the span.

Fast first, complete later. On a first pass only the actor is asked, with the commitment strength of pledges and provisions and the stage of agreements. What should be there before an article is done is listed as missing and never blocks. The rest is recorded where the text states it. “Not stated” and “not applicable” are answers; an empty field means that nobody looked. What is filled in by rule (date of the statement, temporal mode, certainty, form, form of attribution, an actor’s sector from the register) counts as unconfirmed until someone confirms it, and does not count in agreement.

Mentions. Actor, Date, Amount, Condition, Instrument and Source are off, because the attributes hold them already. Turn them on if a project wants them marked in the text.

What became of a commitment is no attribute: it changes after the article was coded. It is a dated assessment with its evidence: kept, partly or in progress, broken, or not yet ratable (after Polimètre).

Where it comes from. Labels and lists follow the practice of the Comparative Pledges Project, Polimètre, CAMEO, PLOVER, PA-X and ATOP, and of Krishnarajan & Jensen 2021 and Dupont et al. 2018 for strength and specificity. The words are our own.

To be confirmed by a domain expert before results are published, because they are our own and no outside codebook stands behind them: beneficiary and performer; condition; new or repeat; the list of stages of an agreement; the parts of the kinds of agreement that neither PA-X nor ATOP has; binding; direction of the evidence; form of attribution and who says so; certainty and its reason.`
