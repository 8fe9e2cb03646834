// Half the squared difference. Without a shape, each element is a sample.
[SquareLoss]
public sealed partial class Distance;
