/** Words for things that nobody named. */
export const adjectives: readonly string[] =
  `able agile ample amused apt bold brave breezy bright brisk calm candid capable casual charming cheerful clean
  clever colorful crisp curious dapper daring dashing deft delicate eager earnest elegant enchanting fair fearless
  fine fluent fond frank gentle gifted glad graceful grand handsome hearty honest humble intent invincible jolly
  judicious keen kind languid learned legendary likeable lively loyal luminous marvelous mellow merciful merry mild
  mindful modest monumental nimble noble nosy omniscient orderly painted patient peaceful placid polite popular
  powerful puzzled quick quiet rare receptive redolent resilient righteous robust salty sassy secretive selective
  serene shivering silent skillful smiling sneaky spirited steady stylish suave sunny thoughtful tidy traveling
  trusting unruly upbeat useful valuable vaunted victorious welcoming whimsical wise witty worried youthful zealous`.split(
    /\s+/,
  );

export const animals: readonly string[] =
  `ant ape auk badger bass bat bear bee bird boar bug calf carp cat chimp cod colt conch cow crab crane croc crow cub
  deer doe dog dolphin donkey dove duck eel elk fawn finch fish flea fly foal fowl fox frog gnat gnu goat goose
  grouse grub gull hare hawk hen heron hog horse hound jay kit kite koi lamb lark loon lynx mare midge mink mole
  moose moth mouse mule newt owl ox panda penguin perch pig pug quail ram rat ray robin roo rook seal shad shark
  sheep shoat shrew shrike shrimp skink skunk sloth slug smelt snail snake snipe sow sponge squid squirrel stag
  stoat stork swan tern toad trout turtle vole wasp whale wolf worm wren yak zebra`.split(/\s+/);
