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

    private ApiTexts() {}
}
