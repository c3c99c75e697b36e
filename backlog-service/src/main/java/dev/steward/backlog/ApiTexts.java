package dev.steward.backlog;

/// Descriptions that the API's document repeats: parameters of paths and properties that mean the
/// same everywhere.
public final class ApiTexts {
    public static final String PRODUCT =
            "Id or key of the product, for example `SHOP`. 404 when the caller is not a member of it.";
    public static final String ITEM =
            "Id or key of the item, for example `SHOP-42`. 404 when the caller is not a member of its"
                    + " product.";
    public static final String GOAL =
            "Id of the goal. 404 when the caller is not a member of its product.";
    public static final String RELEASE =
            "Id of the release. 404 when the caller is not a member of its product.";
    public static final String PIN = "Id of the pin.";
    public static final String IMPORT =
            "Id of the import. 404 when the caller is not a member of its product.";
    public static final String JOB =
            "Id of the job. 404 when the caller is not a member of its product.";
    public static final String SUBJECT = "Id of the person: the `sub` of their access token.";

    public static final String VERSION =
            "Version of the resource; rises with each change. The `ETag` carries it; send that as"
                    + " `If-Match` to change the resource.";
    public static final String PAGE =
            "Place of this page in the list, with the cursor of the next page.";

    public static final String ITEM_KEY =
            "Readable key: the product's key and the item's number, for example `SHOP-42`. "
                    + "Never changes.";
    public static final String ITEM_NUMBER =
            "Number of the item within its product. Rises with each new item; there can be "
                    + "gaps.";
    public static final String ITEM_GOAL =
            "The product goal that the item serves; null when it serves none.";
    public static final String ITEM_STATUS =
            "Status shown to people: RELEASED once the item is in a released release, "
                    + "DROPPED when it was dropped, otherwise the status of the work in a sprint "
                    + "(SELECTED, IN_PROGRESS, DONE), otherwise the item's own status (NEW, REFINING, "
                    + "READY).";
    public static final String ITEM_READINESS =
            "Which readiness rules the item does not meet. Advice only; nothing is blocked "
                    + "by it.";
    public static final String ITEM_OPEN_CRITERIA =
            "Number of acceptance criteria that are not met yet.";
    public static final String RANK =
            "Place in the order. Compare ranks as bytes (plain string comparison, no "
                    + "locale): the smaller rank stands above. The text has no other meaning and "
                    + "changes when the item moves.";
    public static final String SCORE =
            "Score by the product's scoring model, up to 6 decimals; higher is better. "
                    + "Rounded to 2 decimals for callers without the right CUSTOMER_VALUE when it "
                    + "would reveal what a single company is worth. Null when too little is known to "
                    + "compute one.";
    public static final String COVERAGE =
            "Share of the scoring model's inputs that are known for this item, 0 to 1 (in a "
                    + "weighted model: by weight); null while the item has never been scored.";

    private ApiTexts() {}
}
